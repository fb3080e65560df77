using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A layer as data.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes: 0 is the network's input, i the output of layer i.</param>
public abstract record LayerDescription(string Name, ImmutableArray<int> Inputs)
{
    /// <summary>The shape of the output.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    /// <exception cref="ArgumentException">The shapes do not fit the layer.</exception>
    public abstract ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs);

    /// <summary>The tensors that the layer learns, in canonical order; none by default.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public virtual ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs) => [];

    /// <summary>The tensors that the layer keeps from batch to batch without learning them: running averages; none by default.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public virtual ImmutableArray<(string Name, ImmutableArray<int> Shape)> Statistics(IReadOnlyList<ImmutableArray<int>> inputs) => [];

    /// <summary>The multiply-adds of one row; 0 by default, for elementwise work is not counted.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public virtual long MultiplyAdds(IReadOnlyList<ImmutableArray<int>> inputs) => 0;

    /// <summary>
    /// The node whose parameters the layer uses, one before it of the same kind and sizes with parameters of its own;
    /// null where it has its own, or none.
    /// </summary>
    public int? Shares { get; init; }

    /// <summary>The layer in short, as a table of the network shows it: <c>Dense(128)</c>, <c>ReLU</c>.</summary>
    public abstract string Summary { get; }

    /// <summary>How its weights are drawn: its tensors of two axes or more; null where it has none.</summary>
    internal virtual WeightDraws? Draws => null;

    /// <summary>Which of its inputs are whole numbers, and from which range; none by default.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    internal virtual IEnumerable<(int Slot, WholeRange Range)> WholeInputs(IReadOnlyList<ImmutableArray<int>> inputs) => [];

    /// <summary>What the elements of a tensor start at that is not drawn; 0 by default.</summary>
    /// <param name="tensor">Its name, such as <c>Weights</c>.</param>
    internal virtual double StartOf(string tensor) => 0;

    /// <summary>Whether the layer takes that number of inputs; one by default.</summary>
    internal virtual bool Takes(int inputs) => inputs == 1;

    /// <summary>Refuses a scale that nothing can be drawn with.</summary>
    internal void ExpectDraws()
    {
        if (Draws is { Scale: { } scale } draws && (!double.IsFinite(scale) || (scale < 0 && draws.Initializer != Initializer.Constant)))
        {
            throw Misfit($"scale {scale}; it is finite, and not negative unless it is a constant for all weights.");
        }
    }

    /// <summary>Refuses an input that is no image, of two axes behind the channels, or no signal, of one.</summary>
    private protected void ExpectChannels(ImmutableArray<int> input, int axes)
    {
        if (input.Length != axes + 1)
        {
            throw Misfit($"it takes {(axes == 2 ? "an image [channels, height, width]" : "a signal [channels, length]")}, its input is {ShapeText.Of(input)}; reshape it first.");
        }
    }

    /// <summary>Refuses groups that are none, or do not divide the channels.</summary>
    private protected void ExpectGroups(int inputChannels, int channels, int groups)
    {
        if (channels < 1 || groups < 1)
        {
            throw Misfit($"{channels} channels in {groups} groups; a convolution needs at least 1 of each.");
        }

        if (inputChannels % groups != 0 || channels % groups != 0)
        {
            throw Misfit($"{groups} groups do not divide its {inputChannels} input channels and {channels} channels.");
        }
    }

    private protected ArgumentException Misfit(FormattableString why) => new($"Layer {Name}: {Invariant(why)}");

    /// <summary>Whether the other is of the same kind and has the same name, inputs and settings.</summary>
    public virtual bool Equals(LayerDescription? other) =>
        other is not null && EqualityContract == other.EqualityContract && Name == other.Name && Shares == other.Shares && Inputs.AsSpan().SequenceEqual(other.Inputs.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Name, Shares, ListHash.Of(Inputs));

    /// <summary>Prints the members: lists by their elements, numbers the same in every culture.</summary>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"Name = {Name}, Inputs = {ShapeText.Of(Inputs)}");
        builder.Append(Shares is { } node ? Invariant($", Shares = {node}") : "");
        return true;
    }
}
