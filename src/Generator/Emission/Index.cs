namespace NetGen.Generator;

/// <summary>An index in emitted code: a constant, an expression, or their sum.</summary>
/// <param name="Variable">The expression, or null for a constant alone.</param>
/// <param name="Constant">What is added to it.</param>
internal readonly record struct Index(string? Variable, int Constant)
{
    public bool IsConstant => Variable is null;

    public static implicit operator Index(int constant) => new(null, constant);

    public static implicit operator Index(string variable) => new(variable, 0);

    public static Index operator +(Index a, Index b) =>
        new(a.Variable is null ? b.Variable : b.Variable is null ? a.Variable : $"{a.Variable} + {b.Variable}", a.Constant + b.Constant);

    public override string ToString() =>
        Variable is null ? Text.Number(Constant) : Constant == 0 ? Variable : $"{Variable} + {Text.Number(Constant)}";
}
