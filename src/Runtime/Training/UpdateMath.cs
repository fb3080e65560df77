using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>The arithmetic that the rules of optimizers share.</summary>
/// <remarks>
/// What a rule remembers of parameters whose gradient has become 0 decays until it is denormal, and denormal arithmetic
/// is slow. So averages of gradients become 0 below 10⁸ times the smallest normal number (about 10⁻³⁰ in float): they
/// would move a parameter by less than the rounding of any above 10⁻¹³·α. Averages of squares become 0 below 100 times
/// (10⁻³⁶): beside an ε of 10⁻¹⁰ or more their root is lost in rounding.
/// </remarks>
internal static class UpdateMath
{
    /// <summary>Below this an average of gradients is 0.</summary>
    public static Vector<T> TinyMean<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => new(NumberType.SmallestNormal<T>() * T.CreateTruncating(1e8));

    /// <summary>Below this an average of squares is 0.</summary>
    public static Vector<T> TinySquare<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => new(NumberType.SmallestNormal<T>() * T.CreateTruncating(100));

    /// <summary>The numbers, 0 where they lie closer to 0 than they may.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Flush<T>(Vector<T> values, Vector<T> tiny)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(values), tiny), Vector<T>.Zero, values);

    /// <summary>a·b + c, rounded once where the machine can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c)
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
        : Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();

    /// <summary>A number in every element.</summary>
    public static Vector<T> Every<T>(double number)
        where T : unmanaged, IFloatingPointIeee754<T> => new(T.CreateTruncating(number));
}
