namespace NetGen.Generator;

/// <summary>
/// What a piece of code takes, at most, of what the JIT bears in one method; a debug build is counted, for it has more
/// variables.
/// </summary>
/// <param name="Locals">Its variables; a condition takes one, and so bounds the branches.</param>
/// <param name="Operations">Its statements: each up to 24 IL instructions with 8 references to variables.</param>
/// <param name="Inlined">The functions of vectors that the JIT writes into it, each with variables of its own.</param>
internal readonly record struct MethodCost(int Locals, int Operations, int Inlined = 0)
{
    public static MethodCost operator +(MethodCost a, MethodCost b) => new(a.Locals + b.Locals, a.Operations + b.Operations, a.Inlined + b.Inlined);

    public static MethodCost operator *(int times, MethodCost cost) => new(times * cost.Locals, times * cost.Operations, times * cost.Inlined);
}
