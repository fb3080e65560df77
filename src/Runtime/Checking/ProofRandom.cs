using System;
using NetGen.Randomness;

namespace NetGen.Checking;

/// <summary>The draws of one proof: the same for the same seed, on every machine.</summary>
internal sealed class ProofRandom(ulong seed)
{
    private const int Stream = int.MinValue;
    private long index;

    public double Uniform() => CounterRandom.Uniform(seed, Stream, index++);

    public float Normal() => (float)CounterRandom.Normal(seed, Stream, index++);

    public int Below(int count) => (int)(Uniform() * count);

    public float[] Normals(int count)
    {
        float[] draws = new float[count];
        for (int i = 0; i < count; i++)
        {
            draws[i] = Normal();
        }

        return draws;
    }

    /// <summary>What a row counts: nothing, or up to twice as much as others.</summary>
    public float Weight() => Below(4) == 0 ? 0 : (float)(2 * Uniform());

    /// <summary>
    /// An input: normal numbers with some zeros among them, for zeros are what kernels skip, and whole numbers where
    /// such are expected.
    /// </summary>
    public float[] Input(int count, InputDomain domain)
    {
        float[] draws = Normals(count);
        for (int element = 0; element < count; element++)
        {
            draws[element] = domain[element] is { } range ? range.Least + Below(range.Most - range.Least + 1) : Below(8) == 0 ? 0 : draws[element];
        }

        return draws;
    }

    /// <summary>Probabilities, some of them certain.</summary>
    public float[] Probabilities(int count)
    {
        float[] draws = new float[count];
        foreach (ref float draw in draws.AsSpan())
        {
            draw = Below(3) == 0 ? Below(2) : (float)Uniform();
        }

        return draws;
    }

    /// <summary>
    /// One probability per class, in 256ths: their sum is exactly 1 in float, as ŷ − y being the gradient supposes.
    /// </summary>
    public float[] Distribution(int count)
    {
        float[] draws = new float[count];
        for (int part = 0; part < 256; part++)
        {
            draws[Below(1 + Below(count))] += 1f / 256;
        }

        return draws;
    }
}
