namespace NetGen.Kernels;

/// <summary>What a batch normalization computes: y = (x − μ)·r·γ + β of every channel over all rows, r = 1/√(σ² + ε).</summary>
/// <param name="channels">The channels of an example, at least 1; they lie one after another.</param>
/// <param name="pixels">The elements of a channel, at least 1.</param>
/// <param name="epsilon">ε, above 0.</param>
/// <param name="momentum">How much of a running average a batch replaces.</param>
public readonly struct BatchNormSizes(int channels, int pixels, float epsilon, float momentum)
{
    /// <summary>The channels that are taken together where each is one element: a line of the cache.</summary>
    internal const int Line = Panels.Padding;

    internal readonly int Channels = channels;
    internal readonly int Pixels = pixels;
    internal readonly float Epsilon = epsilon;
    internal readonly float Momentum = momentum;

    /// <summary>The elements of an example.</summary>
    internal int Elements => Channels * Pixels;

    /// <summary>The lines of the channels.</summary>
    internal int Lines => Panels.Padded(Channels) / Line;

    /// <summary>How many channels a line has.</summary>
    internal int LengthOf(int line) => System.Math.Min(Line, Channels - (line * Line));
}
