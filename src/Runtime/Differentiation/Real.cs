using System.Globalization;
using System.Numerics;

namespace NetGen.Differentiation;

/// <summary>
/// A plain real number. It holds a <typeparamref name="T"/> and nothing else, so a span of the one may be
/// reinterpreted as a span of the other.
/// </summary>
/// <typeparam name="T">The number: float or double.</typeparam>
/// <param name="Number">The number held.</param>
public readonly record struct Real<T>(T Number) : IScalar<Real<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public double Value => double.CreateTruncating(Number);

    /// <summary>A number as a real.</summary>
    public static implicit operator Real<T>(T number) => new(number);

    /// <inheritdoc/>
    public static Real<T> operator +(Real<T> left, Real<T> right) => new(left.Number + right.Number);

    /// <inheritdoc/>
    public static Real<T> operator -(Real<T> left, Real<T> right) => new(left.Number - right.Number);

    /// <inheritdoc/>
    public static Real<T> operator *(Real<T> left, Real<T> right) => new(left.Number * right.Number);

    /// <inheritdoc/>
    public static Real<T> operator /(Real<T> left, Real<T> right) => new(left.Number / right.Number);

    /// <inheritdoc/>
    public static Real<T> operator -(Real<T> value) => new(-value.Number);

    /// <summary>The <typeparamref name="T"/> nearest to a constant.</summary>
    public static Real<T> From(double value) => new(T.CreateTruncating(value));

    /// <summary>The number itself, which has no derivative.</summary>
    public static Real<T> Detached(Real<T> x) => x;

    /// <inheritdoc/>
    public static bool IsPositive(Real<T> x) => x.Number > T.Zero;

    /// <inheritdoc/>
    public static bool IsGreater(Real<T> x, Real<T> y) => x.Number > y.Number;

    /// <inheritdoc/>
    public static Real<T> Exp(Real<T> x) => new(T.Exp(x.Number));

    /// <inheritdoc/>
    public static Real<T> Log(Real<T> x) => new(T.Log(x.Number));

    /// <inheritdoc/>
    public static Real<T> Tanh(Real<T> x) => new(T.Tanh(x.Number));

    /// <inheritdoc/>
    public static Real<T> Erf(Real<T> x) => new(T.CreateTruncating(ErrorFunction.Of(x.Value)));

    /// <inheritdoc/>
    public static Real<T> Sin(Real<T> x) => new(T.Sin(x.Number));

    /// <inheritdoc/>
    public static Real<T> Cos(Real<T> x) => new(T.Cos(x.Number));

    /// <inheritdoc/>
    public static Real<T> Sqrt(Real<T> x) => new(T.Sqrt(x.Number));

    /// <inheritdoc/>
    public override string ToString() => Number.ToString(null, CultureInfo.InvariantCulture);
}
