namespace NetGen.Generator;

/// <summary>Writes the generated file of a network.</summary>
internal static class NetworkEmitter
{
    public static string Emit(NetworkPlan plan, CompilationFacts facts) => "";
}
