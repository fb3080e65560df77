namespace NetGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests track them.</summary>
internal static class StepNames
{
    public const string Read = "Read";
    public const string Check = "Check";
    public const string Network = "Network";
    public const string Plan = "Plan";
    public const string Facts = "Facts";
    public const string Emit = "Emit";
    public const string EmitGpu = "EmitGpu";
    public const string Stub = "Stub";
    public const string StubGpu = "StubGpu";
    public const string Locate = "Locate";
    public const string Report = "Report";
}
