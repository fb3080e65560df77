using NetGen.Randomness;

namespace NetGen.Fuzz;

/// <summary>The random choices of one input: they depend on the seed, the reader and the input's index alone.</summary>
internal sealed class Draws(ulong seed, int stream, long input)
{
    private const int MostPerInput = 1 << 20;

    private long next = input * MostPerInput;

    public bool Chance(double probability) => Unit() < probability;

    public int Below(int count) => (int)(Unit() * count);

    /// <summary>From least to most, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        for (int index = 0; index < count; index++)
        {
            bytes[index] = (byte)Below(256);
        }

        return bytes;
    }

    private double Unit() => CounterRandom.Uniform(seed, stream, next++);
}
