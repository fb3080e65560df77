using System.Collections.Immutable;

namespace NetGen;

/// <summary>A convolution of an image [channels, height, width].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Channels">The channels of its output, one for each filter.</param>
/// <param name="Height">How its windows move along rows.</param>
/// <param name="Width">How its windows move along columns.</param>
/// <param name="Groups">The groups of channels that are convolved apart from each other.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Truncate">Whether windows may leave rows or columns at the end unread.</param>
/// <param name="Initializer">How W is drawn.</param>
/// <param name="Scale">The number that the initializer takes; null for its default.</param>
public sealed record Conv2DDescription(
    string Name, ImmutableArray<int> Inputs, int Channels, SlidingWindow Height, SlidingWindow Width, int Groups = 1, bool Bias = true,
    bool Truncate = false, Initializer Initializer = Initializer.Auto, double? Scale = null)
    : ConvDescription(Name, Inputs, Channels, Groups, Bias, Truncate, Initializer, Scale)
{
    internal override ImmutableArray<SlidingWindow> Windows => [Height, Width];

    internal override string Kind => "Conv2D";
}
