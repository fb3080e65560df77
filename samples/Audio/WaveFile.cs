using System.Buffers.Binary;

namespace NetGen.Samples.Audio;

/// <summary>A sound file of one channel, in 16 bits.</summary>
internal static class WaveFile
{
    private const int BytesPerSample = sizeof(short);

    /// <summary>Writes samples from −1 to 1; what is louder is cut off.</summary>
    public static void Write(string path, float[] samples)
    {
        byte[] bytes = new byte[44 + BytesPerSample * samples.Length];
        Span<byte> rest = bytes;
        Text("RIFF"u8, ref rest);
        Number(bytes.Length - 8, ref rest);
        Text("WAVEfmt "u8, ref rest);
        Number(16, ref rest);
        Short(1, ref rest); // plain numbers
        Short(1, ref rest); // one channel
        Number(Sound.SamplesPerSecond, ref rest);
        Number(Sound.SamplesPerSecond * BytesPerSample, ref rest);
        Short(BytesPerSample, ref rest);
        Short(8 * BytesPerSample, ref rest);
        Text("data"u8, ref rest);
        Number(BytesPerSample * samples.Length, ref rest);
        foreach (float sample in samples)
        {
            Short((short)Math.Round(Math.Clamp(sample, -1, 1) * short.MaxValue), ref rest);
        }

        File.WriteAllBytes(path, bytes);
    }

    private static void Text(ReadOnlySpan<byte> text, ref Span<byte> rest)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }

    private static void Number(int number, ref Span<byte> rest)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, number);
        rest = rest[sizeof(int)..];
    }

    private static void Short(short number, ref Span<byte> rest)
    {
        BinaryPrimitives.WriteInt16LittleEndian(rest, number);
        rest = rest[sizeof(short)..];
    }
}
