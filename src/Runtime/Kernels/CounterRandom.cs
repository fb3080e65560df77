using System;

namespace NetGen.Kernels;

/// <summary>Random numbers that are a pure function of seed, stream and index.</summary>
public static class CounterRandom
{
    /// <summary>A number from the uniform distribution on [0, 1).</summary>
    public static double Uniform(ulong seed, int stream, long index) =>
        (Mix(Mix(Mix(seed) ^ (uint)stream) ^ (ulong)index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from the standard normal distribution.</summary>
    public static double Normal(ulong seed, int stream, long index) =>
        Math.Sqrt(-2 * Math.Log(1 - Uniform(seed, stream, 2 * index))) * Math.Cos(2 * Math.PI * Uniform(seed, stream, 2 * index + 1));

    internal static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
