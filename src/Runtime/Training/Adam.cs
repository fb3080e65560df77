using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>
/// Adam (Kingma and Ba, 2015): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², and at step k
/// θ ← θ − α·m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵏ) and v̂ = v / (1 − β₂ᵏ).
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <remarks>
/// Moments of parameters whose gradient has become 0 decay until they are denormal, and denormal arithmetic is slow.
/// So m is set to 0 when it falls below 10⁸ times the smallest normal number (about 10⁻³⁰ in float), v below 100
/// times (10⁻³⁶). At the default ε that changes no float: √v̂ is then at most 4·10⁻¹⁷ and lost in the rounding of
/// ε = 10⁻⁸, and m moves a parameter by at most α·10⁻²¹, lost in the rounding of any above 10⁻¹³·α. An ε below
/// 10⁻¹⁴ would be too small for it: gradients near 10⁻¹⁸ would then move parameters much too far.
/// </remarks>
public sealed class Adam<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T SmallestNormal = NumberType.SmallestNormal<T>();

    private readonly AlignedBuffer<T> first;
    private readonly AlignedBuffer<T> second;
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private double learningRate;
    private long steps;

    /// <summary>Makes an optimizer with moments 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="beta1">β₁, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="beta2">β₂, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="epsilon">ε, positive and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public Adam(int length, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        NumberType.Check<T>(nameof(Adam<float>));
        Expect.AtLeast(length, 0, nameof(length));
        LearningRate = learningRate;
        this.beta1 = OptimizerArguments.CheckDecay<T>(beta1, nameof(beta1));
        this.beta2 = OptimizerArguments.CheckDecay<T>(beta2, nameof(beta2));
        this.epsilon = T.IsFinite(T.CreateTruncating(epsilon)) && T.CreateTruncating(epsilon) > T.Zero ? epsilon
            : throw Expect.OutOfRange(nameof(epsilon), epsilon, $"ε is positive and finite as a {typeof(T).Name}, such as 1e-8; it keeps the step finite where the gradient is 0.");
        first = new(length);
        second = new(length);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => learningRate;
        set => learningRate = OptimizerArguments.CheckRate<T>(value);
    }

    /// <inheritdoc/>
    public string Rule => string.Create(CultureInfo.InvariantCulture, $"Adam, β₁ {beta1}, β₂ {beta2}, ε {epsilon}");

    /// <inheritdoc/>
    public long Steps
    {
        get => steps;
        set => steps = OptimizerArguments.CheckSteps(value);
    }

    /// <inheritdoc/>
    public ImmutableArray<(string Name, AlignedBuffer<T> Values)> State => [("first", first), ("second", second)];

    /// <summary>The average m of the gradient, in the layout of the parameters.</summary>
    public Span<T> FirstMoment => first.Span;

    /// <summary>The average v of the squared gradient, in the layout of the parameters.</summary>
    public Span<T> SecondMoment => second.Span;

    /// <inheritdoc/>
    public void BeginStep() => steps++;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No step was begun.</exception>
    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerArguments.CheckRange(offset, parameters.Length, gradient.Length, first.Length);
        if (steps == 0)
        {
            throw new InvalidOperationException("No step was begun; call BeginStep before Update, or Step instead of both.");
        }

        // √v̂ = √v / √(1 − β₂ᵏ), brought to the other side of the division.
        double correction = Math.Sqrt(1 - Math.Pow(beta2, steps));
        var rule = new Coefficients(
            Keep1: T.CreateTruncating(beta1), Take1: T.CreateTruncating(1 - beta1),
            Keep2: T.CreateTruncating(beta2), Take2: T.CreateTruncating(1 - beta2),
            Rate: T.CreateTruncating(learningRate / (1 - Math.Pow(beta1, steps)) * correction),
            Epsilon: T.Max(T.CreateTruncating(epsilon * correction), SmallestNormal),
            Tiny1: SmallestNormal * T.CreateTruncating(1e8), Tiny2: SmallestNormal * T.CreateTruncating(100));

        Span<T> m = FirstMoment.Slice(offset, parameters.Length);
        Span<T> v = SecondMoment.Slice(offset, parameters.Length);
        int whole = parameters.Length - parameters.Length % Vector<T>.Count;
        UpdateVectors(parameters[..whole], gradient[..whole], m[..whole], v[..whole], rule);
        if (whole < parameters.Length)
        {
            UpdateRest(parameters[whole..], gradient[whole..], m[whole..], v[whole..], rule);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UpdateVectors(Span<T> theta, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, in Coefficients rule)
    {
        ref T t = ref MemoryMarshal.GetReference(theta);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        ref T m = ref MemoryMarshal.GetReference(first);
        ref T v = ref MemoryMarshal.GetReference(second);
        Vector<T> keep1 = new(rule.Keep1), take1 = new(rule.Take1), keep2 = new(rule.Keep2), take2 = new(rule.Take2);
        Vector<T> rate = new(rule.Rate), epsilon = new(rule.Epsilon), tiny1 = new(rule.Tiny1), tiny2 = new(rule.Tiny2);
        for (nuint index = 0; index < (nuint)theta.Length; index += (nuint)Vector<T>.Count)
        {
            Vector<T> slope = Vector.LoadUnsafe(ref g, index);
            Vector<T> mean = MultiplyAdd(take1, slope, keep1 * Vector.LoadUnsafe(ref m, index));
            Vector<T> square = MultiplyAdd(take2 * slope, slope, keep2 * Vector.LoadUnsafe(ref v, index));
            mean = Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(mean), tiny1), Vector<T>.Zero, mean);
            square = Vector.ConditionalSelect(Vector.LessThan(square, tiny2), Vector<T>.Zero, square);
            mean.StoreUnsafe(ref m, index);
            square.StoreUnsafe(ref v, index);
            (Vector.LoadUnsafe(ref t, index) - rate * mean / (Vector.SquareRoot(square) + epsilon)).StoreUnsafe(ref t, index);
        }
    }

    private static Vector<T> MultiplyAdd(Vector<T> a, Vector<T> b, Vector<T> c) => typeof(T) == typeof(float)
        ? Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
        : Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();

    /// <summary>Less than a vector, as part of one, so that its bits are those of a range that is split elsewhere.</summary>
    private static void UpdateRest(Span<T> theta, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, in Coefficients rule)
    {
        int length = Vector<T>.Count;
        Span<T> vectors = stackalloc T[4 * length];
        vectors.Clear();
        Span<T> t = vectors[..length], g = vectors.Slice(length, length), m = vectors.Slice(2 * length, length), v = vectors[(3 * length)..];
        theta.CopyTo(t);
        gradient.CopyTo(g);
        first.CopyTo(m);
        second.CopyTo(v);
        UpdateVectors(t, g, m, v, rule);
        t[..theta.Length].CopyTo(theta);
        m[..theta.Length].CopyTo(first);
        v[..theta.Length].CopyTo(second);
    }

    /// <summary>The numbers of one step; Rate is α·√(1 − β₂ᵏ) / (1 − β₁ᵏ), Epsilon ε·√(1 − β₂ᵏ).</summary>
    private readonly record struct Coefficients(T Keep1, T Take1, T Keep2, T Take2, T Rate, T Epsilon, T Tiny1, T Tiny2);
}
