using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>What the momenta share: v ← keep·v + take·g, θ ← θ − α·v.</summary>
/// <remarks>v is set to 0 when it falls below 10⁸ times the smallest normal number: denormal arithmetic is slow, and α·v is then lost in the rounding of θ.</remarks>
internal sealed class Velocity<T>(int length)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Tiny = T.Epsilon / (T.BitIncrement(T.One) - T.One) * T.CreateTruncating(1e8);

    public AlignedBuffer<T> Values { get; } = new(length);

    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient, double keep, double take, double rate)
    {
        OptimizerArguments.CheckRange(offset, parameters.Length, gradient.Length, Values.Length);
        T kept = T.CreateTruncating(keep), taken = T.CreateTruncating(take), alpha = T.CreateTruncating(rate);
        Span<T> velocity = Values.Span.Slice(offset, parameters.Length);
        Span<Vector<T>> theta = MemoryMarshal.Cast<T, Vector<T>>(parameters);
        ReadOnlySpan<Vector<T>> g = MemoryMarshal.Cast<T, Vector<T>>(gradient);
        Span<Vector<T>> v = MemoryMarshal.Cast<T, Vector<T>>(velocity);
        var tiny = new Vector<T>(Tiny);
        for (int index = 0; index < theta.Length; index++)
        {
            Vector<T> moved = kept * v[index] + taken * g[index];
            moved = Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(moved), tiny), Vector<T>.Zero, moved);
            v[index] = moved;
            theta[index] -= alpha * moved;
        }

        for (int index = theta.Length * Vector<T>.Count; index < parameters.Length; index++)
        {
            T moved = kept * velocity[index] + taken * gradient[index];
            moved = T.Abs(moved) < Tiny ? T.Zero : moved;
            velocity[index] = moved;
            parameters[index] -= alpha * moved;
        }
    }
}
