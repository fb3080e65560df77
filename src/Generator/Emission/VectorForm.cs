namespace NetGen.Generator;

/// <summary>
/// The vector type that a set of passes is written with. The generated file holds the passes once per form; its
/// drivers choose by checks that the JIT folds. Predicting one row gains from a known width; what runs over batches
/// rests on the shared tiles, and is written for Vector512 and for Vector&lt;T&gt; of any width.
/// </summary>
/// <param name="Name">The class of the passes.</param>
/// <param name="Class">The static class of the vector operations.</param>
/// <param name="Lanes">The floats per vector where the form fixes them, else null.</param>
/// <param name="Unrolled">Whether predicting a row is written out without a loop.</param>
internal sealed record VectorForm(string Name, string Class, int? Lanes, bool Unrolled)
{
    /// <summary>The check for the 512-bit form: where the machine has it and Vector&lt;T&gt; does not reach it already.</summary>
    public const string IsWide = "Vector512.IsHardwareAccelerated && Vector<float>.Count < 16";

    public static VectorForm Wide(bool unrolled) => new("Wide", "Vector512", 16, unrolled);

    /// <summary>Vector&lt;float&gt; of whatever width the machine has.</summary>
    public static VectorForm Portable { get; } = new("Portable", "Vector", null, Unrolled: false);

    /// <summary>Vector&lt;float&gt; on a machine where it has this many lanes: for one row.</summary>
    public static VectorForm OfLanes(int lanes, bool unrolled) => new($"Lanes{lanes}", "Vector", lanes, unrolled);

    /// <summary>Whether the form predicts one row and does nothing else.</summary>
    public bool IsOfRow => Class == "Vector" && Lanes is not null;

    public string Type => $"{Class}<float>";

    public string Count => Lanes is int lanes ? Text.Number(lanes) : "(nuint)Vector<float>.Count";

    public string Zero => $"{Type}.Zero";

    public string Load(string array, Index index) => $"{Class}.LoadUnsafe(ref {array}, {index})";

    public string Store(string value, string array, Index index) => $"{Class}.StoreUnsafe({value}, ref {array}, {index})";

    public string Create(string value) => $"{Class}.Create({value})";

    public string MultiplyAdd(string a, string b, string c) => $"{Class}.MultiplyAddEstimate({a}, {b}, {c})";

    /// <summary>The first <paramref name="length"/> − <paramref name="index"/> lanes of a vector, the others zero or <paramref name="otherwise"/>.</summary>
    public string Masked(string value, Index index, int length, string? otherwise = null) =>
        $"{Class}.ConditionalSelect({Class}.LessThan({Type}.Indices + {Create(index.IsConstant ? FloatLiteral.Of((float)index.Constant) : $"(float){index}")}, {Create(FloatLiteral.Of((float)length))}), {value}, {otherwise ?? Zero})";
}
