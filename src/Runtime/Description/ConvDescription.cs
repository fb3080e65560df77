using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>
/// A convolution z = W ∗ x + b, as a cross-correlation: the kernel is not flipped (as PyTorch's <c>Conv2d</c> and
/// <c>Conv1d</c>).
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Channels">The channels of its output, one for each filter.</param>
/// <param name="Groups">The groups of channels that are convolved apart from each other.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Truncate">Whether windows may leave elements at the end of an axis unread.</param>
/// <param name="Initializer">How W is drawn.</param>
/// <param name="Scale">The number that the initializer takes; null for its default.</param>
public abstract record ConvDescription(
    string Name, ImmutableArray<int> Inputs, int Channels, int Groups, bool Bias, bool Truncate, Initializer Initializer, double? Scale)
    : WindowDescription(Name, Inputs, Truncate)
{
    /// <summary>Its kind: <c>Conv2D</c>.</summary>
    internal abstract string Kind { get; }

    internal override WeightDraws? Draws => new(Initializer, Scale);

    /// <inheritdoc/>
    public override string Summary =>
        Invariant($"{Kind}({Channels}, {ShapeText.List(Windows.Select(window => window.Kernel).Distinct())})");

    /// <summary>Weights W [channels, input channels / groups, kernel…], then Bias b [channels] where there is one.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        ImmutableArray<int> weights = [Channels, inputs[0][0] / Groups, .. Windows.Select(window => window.Kernel)];
        return Bias ? [("Weights", weights), ("Bias", [Channels])] : [("Weights", weights)];
    }

    /// <summary>Outputs · input channels / groups · kernel, what meets padding included.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override long MultiplyAdds(IReadOnlyList<ImmutableArray<int>> inputs) => Windows
        .Select((window, axis) => (long)window.Kernel * window.Outputs(inputs[0][axis + 1]))
        .Aggregate((long)Channels * (inputs[0][0] / Groups), (product, size) => product * size);

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Channels = {Channels}, Groups = {Groups}, Bias = {Bias}, Truncate = {Truncate}, Initializer = {Initializer}, Scale = {Scale}"));
        return true;
    }

    private protected override int OutputChannels(ImmutableArray<int> input)
    {
        ExpectGroups(input[0], Channels, Groups);
        return Channels;
    }
}
