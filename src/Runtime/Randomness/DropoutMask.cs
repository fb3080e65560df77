using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Randomness;

/// <summary>
/// The masks of dropout as a pure function of (seed, step, layer, row, element): nothing is stored, and
/// neither the order of work nor the vector width changes a mask.
/// </summary>
/// <remarks>
/// The key comes from SplitMix64 (G. Steele, D. Lea, C. Flood, 2014), the bits of an element from a 32-bit finalizer
/// (multipliers by T. Ettinger, 2022, after C. Wellons' search), with the key mixed in twice so that two rows are
/// never shifted copies of each other.
/// </remarks>
public static class DropoutMask
{
    private const uint Golden = 0x9E3779B9;
    private const uint FirstMultiplier = 0x21F0AAAD;
    private const uint SecondMultiplier = 0x735A2D97;
    private const float Resolution = 1 << 24;

    /// <summary>The key of one row's mask.</summary>
    /// <param name="seed">The network's seed.</param>
    /// <param name="step">The number of the training step.</param>
    /// <param name="layer">The index of the layer's node.</param>
    /// <param name="row">The row in the batch.</param>
    public static uint Key(ulong seed, long step, int layer, int row) => RowKey(StepKey(seed, step), layer, row);

    /// <summary>What the keys of a step's masks have in common.</summary>
    /// <param name="seed">The network's seed.</param>
    /// <param name="step">The number of the training step.</param>
    public static ulong StepKey(ulong seed, long step) => SplitMix.Key(seed, (ulong)step);

    /// <summary>The key of one row's mask, which devices compute too.</summary>
    /// <param name="stepKey">What <see cref="StepKey"/> gives.</param>
    /// <param name="layer">The index of the layer's node.</param>
    /// <param name="row">The row in the batch.</param>
    public static uint RowKey(ulong stepKey, int layer, int row)
    {
        // SplitMix.Mix, by arithmetic that stays within 63 bits: see DeviceArithmetic.
        ulong bits = DeviceArithmetic.Add(stepKey, DeviceArithmetic.Multiply(((ulong)(uint)layer << 32) | (uint)row, SplitMix.Golden));
        bits = DeviceArithmetic.Multiply(bits ^ (bits >> 30), SplitMix.FirstMultiplier);
        bits = DeviceArithmetic.Multiply(bits ^ (bits >> 27), SplitMix.SecondMultiplier);
        return (uint)((bits ^ (bits >> 31)) >> 32);
    }

    /// <summary>Whether an element is kept, which has probability 1 − rate.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="index">The index of the element in the row.</param>
    /// <param name="rate">The probability of dropping, from 0 to below 1; taken in steps of 2⁻²⁴.</param>
    public static bool Keeps(uint key, int index, float rate)
    {
        // In 64 bits, of which the products need less than 63: see DeviceArithmetic.
        uint bits = (uint)(key + (uint)index * (ulong)Golden);
        bits = (uint)((bits ^ (bits >> 16)) * (ulong)FirstMultiplier) ^ key;
        bits = (uint)((bits ^ (bits >> 15)) * (ulong)SecondMultiplier);
        return (int)((bits ^ (bits >> 15)) >> 8) >= Threshold(rate);
    }

    /// <summary>Drops neighbouring elements, inverted: value/(1 − rate) where kept, 0 where dropped.</summary>
    /// <param name="value">The elements.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="index">The index of the first element in the row.</param>
    /// <param name="rate">The probability of dropping, from 0 to below 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> value, uint key, int index, float rate) => ApplyClassical(value / Vector.Create(1 - rate), key, index, rate);

    /// <inheritdoc cref="Apply(Vector{float}, uint, int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> value, uint key, int index, float rate) => ApplyClassical(value / Vector512.Create(1 - rate), key, index, rate);

    /// <summary>Drops neighbouring elements, classical: the value where kept, 0 where dropped.</summary>
    /// <param name="value">The elements.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="index">The index of the first element in the row.</param>
    /// <param name="rate">The probability of dropping, from 0 to below 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> ApplyClassical(Vector<float> value, uint key, int index, float rate)
    {
        Vector<uint> keys = Vector.Create(key);
        Vector<uint> bits = (Vector<uint>.Indices + Vector.Create((uint)index)) * Golden + keys;
        bits = (bits ^ (bits >>> 16)) * FirstMultiplier ^ keys;
        bits = (bits ^ (bits >>> 15)) * SecondMultiplier;
        Vector<int> drawn = Vector.AsVectorInt32((bits ^ (bits >>> 15)) >>> 8);
        Vector<int> kept = Vector.GreaterThanOrEqual(drawn, Vector.Create(Threshold(rate)));
        return Vector.ConditionalSelect(kept, value, Vector<float>.Zero);
    }

    /// <inheritdoc cref="ApplyClassical(Vector{float}, uint, int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ApplyClassical(Vector512<float> value, uint key, int index, float rate)
    {
        Vector512<uint> keys = Vector512.Create(key);
        Vector512<uint> bits = (Vector512<uint>.Indices + Vector512.Create((uint)index)) * Golden + keys;
        bits = (bits ^ (bits >>> 16)) * FirstMultiplier ^ keys;
        bits = (bits ^ (bits >>> 15)) * SecondMultiplier;
        Vector512<int> drawn = ((bits ^ (bits >>> 15)) >>> 8).AsInt32();
        Vector512<int> kept = Vector512.GreaterThanOrEqual(drawn, Vector512.Create(Threshold(rate)));
        return Vector512.ConditionalSelect(kept.AsSingle(), value, Vector512<float>.Zero);
    }

    /// <summary>rate·2²⁴ rounded up: an integer is at least the one where it is at least the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Threshold(float rate) => (int)MathF.Ceiling(rate * Resolution);
}
