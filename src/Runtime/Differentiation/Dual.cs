namespace NetGen.Differentiation;

/// <summary>
/// A dual number x + ẋε with ε² = 0 (Clifford, 1873): a value and its derivative along one direction, exact to
/// rounding. Forward mode: seed ẋ with the direction, read ẏ from the result. <c>Dual&lt;Dual&lt;S&gt;&gt;</c> gives
/// second derivatives.
/// </summary>
/// <typeparam name="S">The number type of value and derivative.</typeparam>
/// <param name="Primal">The value x.</param>
/// <param name="Tangent">The derivative ẋ.</param>
public readonly record struct Dual<S>(S Primal, S Tangent) : IScalar<Dual<S>>
    where S : IScalar<S>
{
    /// <inheritdoc/>
    public double Value => Primal.Value;

    /// <inheritdoc/>
    public static Dual<S> operator +(Dual<S> left, Dual<S> right) =>
        new(left.Primal + right.Primal, left.Tangent + right.Tangent);

    /// <inheritdoc/>
    public static Dual<S> operator -(Dual<S> left, Dual<S> right) =>
        new(left.Primal - right.Primal, left.Tangent - right.Tangent);

    /// <inheritdoc/>
    public static Dual<S> operator *(Dual<S> left, Dual<S> right) =>
        new(left.Primal * right.Primal, left.Tangent * right.Primal + left.Primal * right.Tangent);

    /// <inheritdoc/>
    public static Dual<S> operator /(Dual<S> left, Dual<S> right)
    {
        S quotient = left.Primal / right.Primal;
        return new(quotient, (left.Tangent - quotient * right.Tangent) / right.Primal);
    }

    /// <inheritdoc/>
    public static Dual<S> operator -(Dual<S> value) => new(-value.Primal, -value.Tangent);

    /// <summary>A constant: its derivative is 0.</summary>
    public static Dual<S> From(double value) => new(S.From(value), S.From(0));

    /// <inheritdoc/>
    public static Dual<S> Detached(Dual<S> x) => new(S.Detached(x.Primal), S.From(0));

    /// <inheritdoc/>
    public static bool IsPositive(Dual<S> x) => S.IsPositive(x.Primal);

    /// <inheritdoc/>
    public static bool IsGreater(Dual<S> x, Dual<S> y) => S.IsGreater(x.Primal, y.Primal);

    /// <inheritdoc/>
    public static Dual<S> Exp(Dual<S> x)
    {
        S exp = S.Exp(x.Primal);
        return new(exp, exp * x.Tangent);
    }

    /// <inheritdoc/>
    public static Dual<S> Log(Dual<S> x) => new(S.Log(x.Primal), x.Tangent / x.Primal);

    /// <inheritdoc/>
    public static Dual<S> Tanh(Dual<S> x)
    {
        S tanh = S.Tanh(x.Primal);
        return new(tanh, (S.From(1) - tanh * tanh) * x.Tangent);
    }

    /// <inheritdoc/>
    public static Dual<S> Erf(Dual<S> x) => new(S.Erf(x.Primal), ErrorFunction.Derivative(x.Primal) * x.Tangent);

    /// <inheritdoc/>
    public static Dual<S> Sin(Dual<S> x) => new(S.Sin(x.Primal), S.Cos(x.Primal) * x.Tangent);

    /// <inheritdoc/>
    public static Dual<S> Cos(Dual<S> x) => new(S.Cos(x.Primal), -S.Sin(x.Primal) * x.Tangent);

    /// <inheritdoc/>
    public static Dual<S> Sqrt(Dual<S> x)
    {
        S sqrt = S.Sqrt(x.Primal);
        return new(sqrt, x.Tangent / (sqrt + sqrt));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Primal} + {Tangent}ε";
}
