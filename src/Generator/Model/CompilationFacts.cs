namespace NetGen.Generator;

/// <summary>What emission needs to know of the user's compilation.</summary>
/// <param name="AllowsUnsafe">Whether it may hold unsafe code.</param>
/// <param name="Optimizes">Whether it is a release build. The JIT optimizes nothing of a debug build, whatever is asked of it.</param>
internal sealed record CompilationFacts(bool AllowsUnsafe, bool Optimizes);
