using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>An image or signal with zeros around every channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Left">The zeros before each row.</param>
/// <param name="Right">The zeros behind each row.</param>
/// <param name="Top">The rows of zeros above; 0 for a signal.</param>
/// <param name="Bottom">The rows of zeros below; 0 for a signal.</param>
public sealed record ZeroPadDescription(string Name, ImmutableArray<int> Inputs, int Left, int Right, int Top = 0, int Bottom = 0)
    : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"ZeroPad({Left}, {Right}, {Top}, {Bottom})");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Left = {Left}, Right = {Right}, Top = {Top}, Bottom = {Bottom}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Left < 0 || Right < 0 || Top < 0 || Bottom < 0 ? throw Misfit($"padding {Left}, {Right}, {Top}, {Bottom}; none is negative.")
        : inputs[0] is [int channels, int height, int width] ? [channels, checked(Top + height + Bottom), checked(Left + width + Right)]
        : inputs[0].Length != 2
            ? throw Misfit($"it takes an image [channels, height, width] or a signal [channels, length], its input is {ShapeText.Of(inputs[0])}.")
        : Top + Bottom > 0 ? throw Misfit($"it adds {Top} rows above and {Bottom} below, its input {ShapeText.Of(inputs[0])} is a signal.")
        : [inputs[0][0], checked(Left + inputs[0][1] + Right)];
}
