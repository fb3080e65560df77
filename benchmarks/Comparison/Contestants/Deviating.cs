using NetGen.Differentiation;

namespace NetGen.Comparison.Contestants;

/// <summary>
/// A number in double, and the variance of a float computation about it. Roundings are taken as independent (Higham
/// and Mary, 2019): with u = 2⁻²⁴, a sum of n terms t in any order has a standard deviation of at most √n·u·Σ|t|, errors
/// of operands add √(Σ(slope·σ)²), and an elementary function is known to a few u.
/// </summary>
/// <remarks>
/// A sum stays a list of terms, of which n, Σ|t| and Σσ² are kept, until something other than an addition uses it: the
/// order of its additions is open. Where a formula reads a number twice, as (1 − z)·n + z·h, both are taken as
/// independent, which is too little by √2 at most.
/// </remarks>
internal readonly struct Deviating : IScalar<Deviating>
{
    private const double U = 1.0 / (1 << 24);
    private const double Quotient = 2 * U;
    private const double Function = 8 * U;

    private readonly int terms;
    private readonly double magnitude;
    private readonly double inherited;

    private Deviating(double value, double inherited)
        : this(value, 1, Math.Abs(value), inherited)
    {
    }

    private Deviating(double value, int terms, double magnitude, double inherited)
    {
        Value = value;
        this.terms = terms;
        this.magnitude = magnitude;
        this.inherited = inherited;
    }

    /// <inheritdoc/>
    public double Value { get; }

    /// <summary>The square of the standard deviation.</summary>
    public double Variance => terms <= 1 ? inherited : inherited + terms * Square(U * magnitude);

    /// <summary>A float as it is.</summary>
    public static implicit operator Deviating(float value) => From(value);

    /// <inheritdoc/>
    public static Deviating operator +(Deviating left, Deviating right) =>
        new(left.Value + right.Value, left.terms + right.terms, left.magnitude + right.magnitude, left.inherited + right.inherited);

    /// <inheritdoc/>
    public static Deviating operator -(Deviating left, Deviating right) => left + -right;

    /// <inheritdoc/>
    public static Deviating operator -(Deviating value) => new(-value.Value, value.terms, value.magnitude, value.inherited);

    /// <inheritdoc/>
    public static Deviating operator *(Deviating left, Deviating right)
    {
        double value = left.Value * right.Value;
        return new(value, Square(left.Value) * right.Variance + Square(right.Value) * left.Variance + Square(U * value));
    }

    /// <inheritdoc/>
    public static Deviating operator /(Deviating left, Deviating right)
    {
        double value = left.Value / right.Value;
        return new(value, (left.Variance + Square(value) * right.Variance) / Square(right.Value) + Square(Quotient * value));
    }

    /// <inheritdoc/>
    public static Deviating From(double value) => new(value, 0);

    /// <inheritdoc/>
    public static Deviating Detached(Deviating x) => x;

    /// <inheritdoc/>
    public static bool IsPositive(Deviating x) => x.Value > 0;

    /// <inheritdoc/>
    public static bool IsGreater(Deviating x, Deviating y) => x.Value > y.Value;

    /// <inheritdoc/>
    public static Deviating Exp(Deviating x) => Of(x, Math.Exp(x.Value), Math.Exp(x.Value));

    /// <inheritdoc/>
    public static Deviating Log(Deviating x) => Of(x, Math.Log(x.Value), 1 / x.Value);

    /// <inheritdoc/>
    public static Deviating Tanh(Deviating x) => Of(x, Math.Tanh(x.Value), 1);

    /// <inheritdoc/>
    public static Deviating Erf(Deviating x) => Of(x, Real<double>.Erf(x.Value).Number, 2 / Math.Sqrt(Math.PI));

    /// <inheritdoc/>
    public static Deviating Sin(Deviating x) => Of(x, Math.Sin(x.Value), 1);

    /// <inheritdoc/>
    public static Deviating Cos(Deviating x) => Of(x, Math.Cos(x.Value), 1);

    /// <inheritdoc/>
    public static Deviating Sqrt(Deviating x) => Of(x, Math.Sqrt(x.Value), 0.5 / Math.Sqrt(x.Value));

    private static Deviating Of(Deviating x, double value, double slope) => new(value, Square(slope) * x.Variance + Square(Function * value));

    private static double Square(double x) => x * x;
}
