using System.Collections.Immutable;

namespace NetGen;

/// <summary>A transposed convolution of an image [channels, height, width].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Channels">The channels of its output.</param>
/// <param name="Height">How its kernel is put along rows.</param>
/// <param name="Width">How its kernel is put along columns.</param>
/// <param name="Groups">The groups of channels that are convolved apart from each other.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Initializer">How W is drawn.</param>
/// <param name="Scale">The number that the initializer takes; null for its default.</param>
public sealed record ConvTranspose2DDescription(
    string Name, ImmutableArray<int> Inputs, int Channels, TransposedWindow Height, TransposedWindow Width, int Groups = 1, bool Bias = true,
    Initializer Initializer = Initializer.Auto, double? Scale = null)
    : ConvTransposeDescription(Name, Inputs, Channels, Groups, Bias, Initializer, Scale)
{
    internal override ImmutableArray<TransposedWindow> Windows => [Height, Width];

    internal override string Kind => "ConvTranspose2D";
}
