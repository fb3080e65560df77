using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>
/// A transposed convolution z = W ∗ᵀ x + b: the gradient of a convolution by its input (as PyTorch's
/// <c>ConvTranspose2d</c> and <c>ConvTranspose1d</c>).
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Channels">The channels of its output.</param>
/// <param name="Groups">The groups of channels that are convolved apart from each other.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Initializer">How W is drawn.</param>
/// <param name="Scale">The number that the initializer takes; null for its default.</param>
public abstract record ConvTransposeDescription(
    string Name, ImmutableArray<int> Inputs, int Channels, int Groups, bool Bias, Initializer Initializer, double? Scale)
    : LayerDescription(Name, Inputs)
{
    /// <summary>How the kernel is put into the output: along the rows and columns of an image, or along a signal.</summary>
    internal abstract ImmutableArray<TransposedWindow> Windows { get; }

    /// <summary>Its kind: <c>ConvTranspose2D</c>.</summary>
    internal abstract string Kind { get; }

    internal override WeightDraws? Draws => new(Initializer, Scale);

    /// <inheritdoc/>
    public override string Summary =>
        Invariant($"{Kind}({Channels}, {ShapeText.List(Windows.Select(window => window.Kernel).Distinct())})");

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        ImmutableArray<int> input = inputs[0];
        ExpectChannels(input, Windows.Length);
        ExpectGroups(input[0], Channels, Groups);
        for (int axis = 0; axis < Windows.Length; axis++)
        {
            ExpectFit(input, axis + 1, Windows[axis]);
        }

        return [Channels, .. Windows.Select((window, axis) => window.Outputs(input[axis + 1]))];
    }

    /// <summary>Weights W [input channels, channels / groups, kernel…], then Bias b [channels] where there is one.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        ImmutableArray<int> weights = [inputs[0][0], Channels / Groups, .. Windows.Select(window => window.Kernel)];
        return Bias ? [("Weights", weights), ("Bias", [Channels])] : [("Weights", weights)];
    }

    /// <summary>Inputs · channels / groups · kernel, what falls into padding included.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override long MultiplyAdds(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Windows.Aggregate((long)NetworkDescription.Elements(inputs[0]) * (Channels / Groups), (product, window) => product * window.Kernel);

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Channels = {Channels}, Groups = {Groups}, Bias = {Bias}, Initializer = {Initializer}, Scale = {Scale}"));
        return true;
    }

    private void ExpectFit(ImmutableArray<int> input, int axis, TransposedWindow window)
    {
        if (!window.IsPossible)
        {
            throw Misfit($"kernel {window.Kernel}, stride {window.Stride}, dilation {window.Dilation}, padding {window.Padding}, output padding {window.OutputPadding}; the first three are at least 1, no padding is negative, and that of the output is less than the stride or the dilation.");
        }

        if (window.Outputs(input[axis]) < 1)
        {
            throw Misfit($"its padding leaves nothing of axis {axis} of {ShapeText.Of(input)}: {window.Arithmetic(input[axis])}.");
        }
    }
}
