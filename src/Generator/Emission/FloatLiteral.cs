namespace NetGen.Generator;

/// <summary>Numbers as C# writes them.</summary>
internal static class FloatLiteral
{
    /// <summary>A float literal, with its suffix.</summary>
    public static string Of(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : Text.Number(value) + "f";

    /// <summary>A double literal.</summary>
    public static string Of(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : Text.Number(value) + "d";
}
