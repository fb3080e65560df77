namespace NetGen.Samples.Audio;

/// <summary>Sounds that the sample makes itself, of samples from −1 to 1.</summary>
internal static class Sound
{
    public const int SamplesPerSecond = 48_000;

    private const double LowestTone = 40;
    private const double HighestTone = 12_000;

    /// <summary>A tone that rises by the same interval every second, and swells four times a second: every tone comes at every loudness nearby.</summary>
    public static float[] Sweep(int seconds)
    {
        double interval = Math.Log(HighestTone / LowestTone) / seconds;
        return Made(seconds, time =>
        {
            double phase = 2 * Math.PI * LowestTone * (Math.Exp(interval * time) - 1) / interval;
            return (0.5 - 0.45 * Math.Cos(8 * Math.PI * time)) * Math.Sin(phase);
        });
    }

    /// <summary>Two notes a second, plucked: sums of overtones that fade, the higher the sooner.</summary>
    public static float[] Notes(int seconds, ulong seed)
    {
        var random = new Random((int)seed);
        double[] tones = [.. Enumerable.Range(0, 2 * seconds).Select(_ => 110 * Math.Pow(2, random.Next(0, 25) / 12.0))];
        return Made(seconds, time =>
        {
            int note = (int)(2 * time);
            double since = time - note / 2.0;
            return Enumerable.Range(1, 6).Sum(overtone => 0.35 / overtone * Math.Exp(-(3 + overtone) * since) * Math.Sin(2 * Math.PI * overtone * tones[note] * since));
        });
    }

    private static float[] Made(int seconds, Func<double, double> at) =>
        [.. Enumerable.Range(0, seconds * SamplesPerSecond).Select(sample => (float)at((double)sample / SamplesPerSecond))];
}
