using System;

namespace NetGen;

/// <summary>The sinusoids that tell places in a sequence (Vaswani et al., 2017), for compiled networks and the reference.</summary>
internal static class Sinusoid
{
    /// <summary>sin(t / 10000^(2i/F)) for feature 2i, cos of the same for feature 2i + 1.</summary>
    /// <param name="step">t, from 0.</param>
    /// <param name="feature">The feature, from 0 to F − 1.</param>
    /// <param name="features">F.</param>
    public static double Of(int step, int feature, int features)
    {
        int even = feature - (feature % 2);
        double angle = step / Math.Pow(10000, (double)even / features);
        return feature == even ? Math.Sin(angle) : Math.Cos(angle);
    }
}
