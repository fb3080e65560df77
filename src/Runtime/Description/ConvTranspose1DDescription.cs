using System.Collections.Immutable;

namespace NetGen;

/// <summary>A transposed convolution of a signal [channels, length].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Channels">The channels of its output.</param>
/// <param name="Length">How its kernel is put along the signal.</param>
/// <param name="Groups">The groups of channels that are convolved apart from each other.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Initializer">How W is drawn.</param>
/// <param name="Scale">The number that the initializer takes; null for its default.</param>
public sealed record ConvTranspose1DDescription(
    string Name, ImmutableArray<int> Inputs, int Channels, TransposedWindow Length, int Groups = 1, bool Bias = true,
    Initializer Initializer = Initializer.Auto, double? Scale = null)
    : ConvTransposeDescription(Name, Inputs, Channels, Groups, Bias, Initializer, Scale)
{
    internal override ImmutableArray<TransposedWindow> Windows => [Length];

    internal override string Kind => "ConvTranspose1D";
}
