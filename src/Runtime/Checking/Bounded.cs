using System;
using System.Globalization;
using NetGen.Differentiation;

namespace NetGen.Checking;

/// <summary>
/// A number together with a rigorous bound of how far a float computation of it may lie away, whatever order it adds
/// in and whether or not it fuses multiplications with additions. The reference network computed over this type says
/// what a compiled network may answer; nothing in it is tuned.
/// </summary>
/// <remarks>
/// <para>
/// With u = 2⁻²⁴, half the distance from 1 to the next float, the rules are (Higham, Accuracy and Stability of
/// Numerical Algorithms, 2002, chapters 2 and 4):
/// </para>
/// <list type="bullet">
/// <item>A product costs u·|ab| beside what its operands bring, |a|·e_b + |b|·e_a + e_a·e_b. A fused one costs less.</item>
/// <item>
/// A sum of n terms costs γₙ₋₁·Σ|t| with γₖ = ku / (1 − ku), in every order: each term goes through at most n − 1
/// additions. So a sum stays a list of terms, of which only n, Σ|t| and Σe are kept, and a sum of sums is the longer
/// list; it becomes one number where something other than an addition uses it. Multiplying or dividing by a constant
/// keeps the list, because compiled code may scale the terms or the sum. Adding an exact 0 and multiplying by an exact
/// power of two cost nothing.
/// </item>
/// <item>
/// A quotient costs 3 ulp, which covers multiplication by a rounded reciprocal. Functions cost 3 ulp, where kernels
/// promise 2.5, and carry their operand's error through the largest derivative within its reach.
/// </item>
/// <item>Every operation may also lose a number below the smallest normal float, which processors may flush to 0.</item>
/// </list>
/// <para>
/// u is taken larger by 2⁻¹⁰ of itself: that pays for this type's own arithmetic in double, whose roundings are 2⁻²⁹
/// of a float's.
/// </para>
/// <para>
/// Derivatives. Through a <see cref="Variable{S}"/> the bound holds for gradients too, although compiled code writes
/// derivatives in other forms: tanh′ = 1 − a² is the tape's own formula. σ′ = a(1 − a) and the fused δ = σ(z) − y have
/// errors of 5u·a ≤ 5u that do not shrink as a → 1, while the tape's e / (1 + e)² with e = e⁻ᶻ has relative errors
/// only; therefore <see cref="Exp"/> costs 3 ulp of the larger of 1 and its value. With that, where a ≥ ½, the
/// tape allows a²·6u ≥ |1 − 2a|·5u·a + u·a(1 − a) for σ′, and 6u·a + 2u·(1 + y) for δ. Softmax with cross-entropy
/// is the tape's e / Σe − y, its terms those of ŷ − y. That the shift of a softmax is the float maximum there and the
/// true one here changes no value, only by how much exponents are rounded, which is second order and inside
/// the half ulp that kernels leave. A mean's 1/m may come first or last: give the seed of the adjoints the error of
/// a quotient, and every path carries it.
/// </para>
/// <para>
/// Decisions. Where x &gt; 0 or x &gt; y is asked and 0 or y is within the bound, a float computation may decide otherwise, and no
/// bound holds for what follows: the thread's <see cref="TakeDoubt"/> then answers true. So it does where a
/// divisor, or the operand of a logarithm, reaches 0, and where a number leaves the range of float.
/// </para>
/// </remarks>
public readonly struct Bounded : IScalar<Bounded>
{
    private const double U = 1.0 / (1 << 24) * (1 + 1.0 / 1024);
    private const double Function = 6 * U;
    private const double Tiny = 1.1754943508222875e-38;

    [ThreadStatic]
    private static bool doubt;

    // 0 terms: a constant. 1: a number. More: a sum whose terms have magnitude Σ(|t| + e) and brought Σe with them.
    private readonly int terms;
    private readonly double inherited;
    private readonly double magnitude;

    private Bounded(double value, double inherited, double magnitude, int terms)
    {
        Value = value;
        this.inherited = inherited;
        this.magnitude = magnitude;
        this.terms = terms;
    }

    /// <summary>A number that a float computation knows with an error.</summary>
    /// <param name="value">The number.</param>
    /// <param name="error">The error, at least 0.</param>
    public Bounded(double value, double error)
        : this(value, error, Math.Abs(value) + error, terms: 1)
    {
        if (error < 0)
        {
            throw Expect.OutOfRange(nameof(error), error, "an error is not negative.");
        }
    }

    /// <inheritdoc/>
    public double Value { get; }

    /// <summary>How far a float computation may lie from <see cref="Value"/>.</summary>
    public double Error
    {
        get
        {
            if (terms <= 1)
            {
                return inherited;
            }

            double additions = terms - 1;
            return inherited + additions * U / (1 - additions * U) * magnitude + additions * Tiny;
        }
    }

    private bool IsZero => magnitude == 0;

    private bool IsPowerOfTwo => terms == 0 && inherited == 0 && (BitConverter.DoubleToInt64Bits(Value) & 0xFFFFFFFFFFFFF) == 0;

    /// <summary>A float as it is: an input, a parameter.</summary>
    public static implicit operator Bounded(float value) => new(value, 0);

    /// <summary>The float nearest to a constant.</summary>
    /// <param name="value">The constant.</param>
    public static Bounded From(double value)
    {
        double error = Math.Abs(value - (float)value);
        return new(value, error, Math.Abs(value) + error, terms: 0);
    }

    /// <summary>A quotient of two constants, as a float computation may have it: divided, or by a reciprocal.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator.</param>
    public static Bounded Ratio(double numerator, double denominator) =>
        new(numerator / denominator, Function * Math.Abs(numerator / denominator));

    /// <summary>Whether a decision was in doubt on this thread since the last call.</summary>
    public static bool TakeDoubt()
    {
        bool taken = doubt;
        doubt = false;
        return taken;
    }

    /// <summary>The number itself with its bound, for it carries no derivative.</summary>
    public static Bounded Detached(Bounded x) => x;

    /// <inheritdoc/>
    public static bool IsPositive(Bounded x)
    {
        double error = x.Error;
        doubt |= error > 0 && !(Math.Abs(x.Value) > error);
        return x.Value > 0;
    }

    /// <remarks>
    /// Two numbers of one value and one error were computed alike, as copies of one element and the outputs of equal
    /// inputs are; they are equal as floats too.
    /// </remarks>
    /// <inheritdoc/>
    public static bool IsGreater(Bounded x, Bounded y)
    {
        double error = x.Error + y.Error;
        doubt |= error > 0 && !(Math.Abs(x.Value - y.Value) > error) && !(x.Value == y.Value && x.Error == y.Error);
        return x.Value > y.Value;
    }

    /// <summary>Whether a float is what this number may be.</summary>
    /// <param name="actual">What a float computation gave.</param>
    public bool Covers(float actual) => Math.Abs(actual - Value) <= Error;

    /// <inheritdoc/>
    public static Bounded operator +(Bounded left, Bounded right) =>
        left.IsZero ? right
        : right.IsZero ? left
        : new(left.Value + right.Value, left.inherited + right.inherited, left.magnitude + right.magnitude,
            Math.Max(left.terms, 1) + Math.Max(right.terms, 1));

    /// <inheritdoc/>
    public static Bounded operator -(Bounded left, Bounded right) => left + -right;

    /// <inheritdoc/>
    public static Bounded operator -(Bounded value) => new(-value.Value, value.inherited, value.magnitude, value.terms);

    /// <inheritdoc/>
    public static Bounded operator *(Bounded left, Bounded right)
    {
        if (left.IsZero || right.IsZero)
        {
            return default;
        }

        if (left.terms == 0 || right.terms == 0)
        {
            (Bounded factor, Bounded sum) = left.terms == 0 ? (left, right) : (right, left);
            return factor.IsPowerOfTwo ? sum.Scaled(factor.Value) : sum.Scaled(factor.Value, factor.inherited, U);
        }

        (double leftError, double rightError) = (left.Error, right.Error);
        double value = left.Value * right.Value;
        return Rounded(value, Math.Abs(left.Value) * rightError + Math.Abs(right.Value) * leftError + leftError * rightError, U);
    }

    /// <inheritdoc/>
    public static Bounded operator /(Bounded left, Bounded right)
    {
        double error = right.Error;
        double least = Math.Abs(right.Value) - error;
        if (!(least > 0))
        {
            return Unknown(left.Value / right.Value);
        }

        if (left.IsZero)
        {
            return default;
        }

        if (right.terms == 0)
        {
            double reciprocal = 1 / right.Value;
            return right.IsPowerOfTwo ? left.Scaled(reciprocal) : left.Scaled(reciprocal, error * Math.Abs(reciprocal) / least, Function);
        }

        double value = left.Value / right.Value;
        return Rounded(value, (left.Error + Math.Abs(value) * error) / least, Function);
    }

    /// <inheritdoc/>
    public static Bounded Exp(Bounded x)
    {
        double value = Math.Exp(x.Value);
        double carried = value * (Math.Exp(x.Error) - 1);
        return Rounded(value, carried + Function * Math.Max(1, value + carried), 0);
    }

    /// <inheritdoc/>
    public static Bounded Log(Bounded x)
    {
        double value = Math.Log(x.Value);
        double least = x.Value - x.Error;
        return least > 0 ? Rounded(value, value - Math.Log(least), Function) : Unknown(value);
    }

    /// <inheritdoc/>
    public static Bounded Tanh(Bounded x)
    {
        double steepest = Math.Tanh(Math.Max(Math.Abs(x.Value) - x.Error, 0));
        return x.IsZero ? default : Rounded(Math.Tanh(x.Value), x.Error * (1 - steepest * steepest), Function);
    }

    /// <inheritdoc/>
    public static Bounded Erf(Bounded x)
    {
        double steepest = ErrorFunction.Derivative<Real<double>>(Math.Max(Math.Abs(x.Value) - x.Error, 0)).Number;
        return x.IsZero ? default : Rounded(ErrorFunction.Of(x.Value), x.Error * steepest, Function);
    }

    /// <inheritdoc/>
    public static Bounded Sin(Bounded x) => x.IsZero ? default : Rounded(Math.Sin(x.Value), Math.Min(x.Error, 2), Function);

    /// <inheritdoc/>
    public static Bounded Cos(Bounded x) => Rounded(Math.Cos(x.Value), Math.Min(x.Error, 2), Function);

    /// <inheritdoc/>
    public static Bounded Sqrt(Bounded x)
    {
        double value = Math.Sqrt(x.Value);
        return x.IsZero ? default : x.Value >= 0 ? Rounded(value, value - Math.Sqrt(Math.Max(x.Value - x.Error, 0)), Function) : Unknown(value);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:G9} ± {Error:G2}");

    private static Bounded Rounded(double value, double carried, double roundings)
    {
        double error = carried + roundings * (Math.Abs(value) + carried) + Tiny;
        return Math.Abs(value) + error < float.MaxValue ? new(value, error) : Unknown(value);
    }

    private static Bounded Unknown(double value)
    {
        doubt = true;
        return new(value, double.PositiveInfinity);
    }

    private Bounded Scaled(double powerOfTwo)
    {
        double factor = Math.Abs(powerOfTwo);
        double lost = factor < 1 ? terms * Tiny : 0;
        return new(Value * powerOfTwo, inherited * factor + lost, magnitude * factor + lost, terms);
    }

    private Bounded Scaled(double factor, double factorError, double roundings)
    {
        double largest = magnitude * (Math.Abs(factor) + factorError);
        double carried = Math.Abs(factor) * inherited + factorError * magnitude;
        int count = Math.Max(terms, 1);
        return new(Value * factor, carried + roundings * largest + count * Tiny, largest * (1 + roundings) + count * Tiny, count);
    }
}
