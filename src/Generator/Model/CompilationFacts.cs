namespace NetGen.Generator;

/// <summary>What emission needs to know of the user's compilation.</summary>
internal sealed record CompilationFacts(bool AllowsUnsafe);
