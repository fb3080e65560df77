namespace NetGen.Samples.Audio;

/// <summary>The amplifier that is to be learned: it clips, one half of the wave sooner than the other, and takes away the highest tones.</summary>
internal sealed class TubeAmplifier
{
    private const double Gain = 5;
    private const double Bias = 0.2;
    private const double CutOff = 6000;

    /// <summary>How much of the difference a filter of the first order makes up in one sample.</summary>
    private static readonly double Share = 1 - Math.Exp(-2 * Math.PI * CutOff / Sound.SamplesPerSecond);

    private double filtered;

    public static float[] Of(float[] sound)
    {
        var amplifier = new TubeAmplifier();
        return Array.ConvertAll(sound, amplifier.Next);
    }

    private float Next(float sample)
    {
        filtered += Share * (0.7 * (Math.Tanh(Gain * sample + Bias) - Math.Tanh(Bias)) - filtered);
        return (float)filtered;
    }
}
