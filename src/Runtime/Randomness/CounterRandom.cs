using System;

namespace NetGen.Randomness;

/// <summary>
/// Random numbers as pure functions of (seed, stream, index): any of them can be had at any time, and neither the
/// order of drawing nor the number of threads changes one. The sequence stays the same from version to version.
/// </summary>
/// <remarks>
/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014) from a start that seed and stream determine. Integers behind
/// <see cref="Uniform"/> are exact on every machine; <see cref="Normal"/> goes through the machine's logarithm and
/// cosine, whose last bit may differ between operating systems.
/// </remarks>
public static class CounterRandom
{
    private const ulong NormalSalt = 0xD1B54A32D192ED03;

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Numbers with different streams are independent.</param>
    /// <param name="index">The place in the stream.</param>
    public static double Uniform(ulong seed, int stream, long index) => Unit(Key(seed, stream), (ulong)index);

    /// <summary>Standard normal, by the transform of G. Box and M. Muller (1958); independent of <see cref="Uniform"/>.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Numbers with different streams are independent.</param>
    /// <param name="index">The place in the stream.</param>
    public static double Normal(ulong seed, int stream, long index)
    {
        ulong key = SplitMix.Mix(Key(seed, stream) ^ NormalSalt);
        double radius = Math.Sqrt(-2 * Math.Log(1 - Unit(key, 2 * (ulong)index)));
        return radius * Math.Cos(2 * Math.PI * Unit(key, 2 * (ulong)index + 1));
    }

    private static ulong Key(ulong seed, int stream) => SplitMix.Key(seed, (uint)stream);

    private static double Unit(ulong key, ulong index) => (SplitMix.Mix(key + index * SplitMix.Golden) >> 11) * (1.0 / (1L << 53));
}
