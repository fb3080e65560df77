using System.Numerics;

namespace NetGen.Differentiation;

/// <summary>
/// A number that a network can be computed with: real numbers, dual numbers, tape variables, numbers that carry a
/// bound of their rounding error. The reference network is written once over this interface.
/// </summary>
/// <typeparam name="TSelf">The number type itself.</typeparam>
public interface IScalar<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>, IDivisionOperators<TSelf, TSelf, TSelf>, IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : IScalar<TSelf>
{
    /// <summary>
    /// The plain value. Choose by it only where every choice computes the same function, as the shift in a softmax;
    /// where the choice is the function, as in ReLU, use <see cref="IsPositive"/> or <see cref="IsGreater"/>.
    /// </summary>
    double Value { get; }

    /// <summary>A constant.</summary>
    static abstract TSelf From(double value);

    /// <summary>A constant of the same value: no derivative goes back through it.</summary>
    static abstract TSelf Detached(TSelf x);

    /// <summary>Whether x &gt; 0: the decision that makes a function's kink.</summary>
    static abstract bool IsPositive(TSelf x);

    /// <summary>Whether x &gt; y: the decision which of two is their maximum.</summary>
    static abstract bool IsGreater(TSelf x, TSelf y);

    /// <summary>eˣ.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>ln x.</summary>
    static abstract TSelf Log(TSelf x);

    /// <summary>tanh x.</summary>
    static abstract TSelf Tanh(TSelf x);

    /// <summary>erf x = 2/√π·∫e^(−t²)dt from 0 to x, whose derivative is 2/√π·e^(−x²).</summary>
    static abstract TSelf Erf(TSelf x);

    /// <summary>sin x.</summary>
    static abstract TSelf Sin(TSelf x);

    /// <summary>cos x.</summary>
    static abstract TSelf Cos(TSelf x);

    /// <summary>√x.</summary>
    static abstract TSelf Sqrt(TSelf x);
}
