using System;

namespace NetGen.Differentiation;

/// <summary>
/// A number whose history is on a <see cref="Tape{S}"/>: reverse mode. One without a tape is a constant, and what is
/// computed from constants alone is a constant.
/// </summary>
/// <typeparam name="S">The number type of values and adjoints.</typeparam>
public readonly struct Variable<S> : IScalar<Variable<S>>
    where S : IScalar<S>
{
    internal Variable(S primal, Tape<S>? tape = null, int index = 0, int generation = 0)
    {
        Primal = primal;
        Tape = tape;
        Index = index;
        Generation = generation;
    }

    /// <summary>The value.</summary>
    public S Primal { get; }

    /// <inheritdoc/>
    public double Value => Primal.Value;

    /// <summary>The tape that knows where the value came from, or null for a constant.</summary>
    public Tape<S>? Tape { get; }

    internal int Index { get; }

    internal int Generation { get; }

    /// <inheritdoc/>
    public static Variable<S> operator +(Variable<S> left, Variable<S> right) =>
        Binary(left, right, left.Primal + right.Primal, S.From(1), S.From(1));

    /// <inheritdoc/>
    public static Variable<S> operator -(Variable<S> left, Variable<S> right) =>
        Binary(left, right, left.Primal - right.Primal, S.From(1), S.From(-1));

    /// <inheritdoc/>
    public static Variable<S> operator *(Variable<S> left, Variable<S> right) =>
        Binary(left, right, left.Primal * right.Primal, right.Primal, left.Primal);

    /// <inheritdoc/>
    public static Variable<S> operator /(Variable<S> left, Variable<S> right)
    {
        S quotient = left.Primal / right.Primal;
        return Binary(left, right, quotient, S.From(1) / right.Primal, -quotient / right.Primal);
    }

    /// <inheritdoc/>
    public static Variable<S> operator -(Variable<S> value) => Unary(value, -value.Primal, S.From(-1));

    /// <summary>A constant.</summary>
    public static Variable<S> From(double value) => new(S.From(value));

    /// <summary>A constant.</summary>
    public static Variable<S> Constant(S value) => new(value);

    /// <inheritdoc/>
    public static Variable<S> Detached(Variable<S> x) => new(S.Detached(x.Primal));

    /// <inheritdoc/>
    public static bool IsPositive(Variable<S> x) => S.IsPositive(x.Primal);

    /// <inheritdoc/>
    public static bool IsGreater(Variable<S> x, Variable<S> y) => S.IsGreater(x.Primal, y.Primal);

    /// <inheritdoc/>
    public static Variable<S> Exp(Variable<S> x)
    {
        S exp = S.Exp(x.Primal);
        return Unary(x, exp, exp);
    }

    /// <inheritdoc/>
    public static Variable<S> Log(Variable<S> x) => Unary(x, S.Log(x.Primal), S.From(1) / x.Primal);

    /// <inheritdoc/>
    public static Variable<S> Tanh(Variable<S> x)
    {
        S tanh = S.Tanh(x.Primal);
        return Unary(x, tanh, S.From(1) - tanh * tanh);
    }

    /// <inheritdoc/>
    public static Variable<S> Erf(Variable<S> x) => Unary(x, S.Erf(x.Primal), ErrorFunction.Derivative(x.Primal));

    /// <inheritdoc/>
    public static Variable<S> Sin(Variable<S> x) => Unary(x, S.Sin(x.Primal), S.Cos(x.Primal));

    /// <inheritdoc/>
    public static Variable<S> Cos(Variable<S> x) => Unary(x, S.Cos(x.Primal), -S.Sin(x.Primal));

    /// <inheritdoc/>
    public static Variable<S> Sqrt(Variable<S> x)
    {
        S sqrt = S.Sqrt(x.Primal);
        return Unary(x, sqrt, S.From(1) / (sqrt + sqrt));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Primal}";

    private static Variable<S> Unary(Variable<S> x, S value, S partial) =>
        x.Tape is null ? new(value) : x.Tape.Record(value, x, partial);

    private static Variable<S> Binary(Variable<S> left, Variable<S> right, S value, S leftPartial, S rightPartial) =>
        (left.Tape, right.Tape) switch
        {
            (null, null) => new(value),
            ({ } tape, null) => tape.Record(value, left, leftPartial),
            (null, { } tape) => tape.Record(value, right, rightPartial),
            ({ } tape, { } other) when tape == other => tape.Record(value, left, leftPartial, right, rightPartial),
            _ => throw new InvalidOperationException("The two variables are on different tapes; make the leaves of one computation on one tape."),
        };
}
