using NetGen.Randomness;

namespace NetGen.Micro;

/// <summary>Numbers to compute with.</summary>
internal static class Numbers
{
    /// <summary>Standard normal, aligned.</summary>
    public static AlignedBuffer<float> Normal(int length)
    {
        var buffer = new AlignedBuffer<float>(length);
        for (int index = 0; index < length; index++)
        {
            buffer.Span[index] = (float)CounterRandom.Normal(seed: 0, stream: length, index);
        }

        return buffer;
    }
}
