using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Name, Shares, Sequence.Hash(Inputs));

    /// <summary>Prints the members: lists by their elements, numbers the same in every culture.</summary>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"Name = {Name}, Inputs = {ShapeText.Of(Inputs)}");
        builder.Append(Shares is { } node ? Invariant($", Shares = {node}") : "");
        return true;
    }
}

/// <summary>A fully connected layer z = W·x + b.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Units">The number of outputs.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="PerStep">Whether every step of a sequence [T, F] goes through the layer by itself.</param>
/// <param name="Initializer">How W is drawn.</param>
/// <param name="Scale">The number that the initializer takes; null for its default.</param>
public sealed record DenseDescription(
    string Name, ImmutableArray<int> Inputs, int Units, bool Bias = true, bool PerStep = false, Initializer Initializer = Initializer.Auto, double? Scale = null)
    : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"Dense({Units}){(PerStep ? ", per step" : "")}");

    internal override WeightDraws? Draws => new(Initializer, Scale);

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Units = {Units}, Bias = {Bias}, PerStep = {PerStep}, Initializer = {Initializer}, Scale = {Scale}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Units < 1 ? throw Misfit($"{Units} units; a dense layer needs at least 1.")
        : PerStep && inputs[0].Length != 2 ? throw Misfit($"a dense layer per step takes a sequence [T, F], its input is {ShapeText.Of(inputs[0])}; reshape it first.")
        : PerStep ? [inputs[0][0], Units]
        : inputs[0].Length != 1 ? throw Misfit($"a dense layer takes a vector, its input is {ShapeText.Of(inputs[0])}; flatten it first.")
        : [Units];

    /// <summary>Weights W [units, inputs], then Bias b [units] where there is one.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Bias ? [("Weights", [Units, inputs[0][^1]]), ("Bias", [Units])] : [("Weights", [Units, inputs[0][^1]])];

    /// <summary>Units · inputs, or per step T · units · F.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override long MultiplyAdds(IReadOnlyList<ImmutableArray<int>> inputs) => (long)Units * NetworkDescription.Elements(inputs[0]);
}

/// <summary>An activation.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Slope">The slope of <see cref="Activation.LeakyReLU"/>.</param>
public sealed record ActivateDescription(string Name, ImmutableArray<int> Inputs, Activation Activation, double Slope = 0.01)
    : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary =>
        Activation == Activation.LeakyReLU ? Invariant($"LeakyReLU({Slope})") : $"{Activation}";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Activation = {Activation}, Slope = {Slope}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Slope is not (>= 0 and < 1) ? throw Misfit($"slope {Slope}; it lies from 0 to below 1.")
        : Activation == Activation.Softmax && inputs[0].Length != 1 ? throw Misfit($"softmax takes a vector, its input is {ShapeText.Of(inputs[0])}.")
        : inputs[0];
}

/// <summary>Inverted dropout.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Rate">The probability of dropping an element.</param>
public sealed record DropoutDescription(string Name, ImmutableArray<int> Inputs, double Rate) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"Dropout({Rate})");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Rate = {Rate}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Rate is >= 0 and < 1 ? inputs[0] : throw Misfit($"rate {Rate}; it lies from 0 to below 1.");
}

/// <summary>The same elements as a vector.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public sealed record FlattenDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Flatten";

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) => [NetworkDescription.Elements(inputs[0])];
}

/// <summary>The same elements in another shape.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Shape">The new shape.</param>
public sealed record ReshapeDescription(string Name, ImmutableArray<int> Inputs, ImmutableArray<int> Shape) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => $"Reshape({ShapeText.List(Shape)})";

    /// <inheritdoc/>
    public bool Equals(ReshapeDescription? other) => base.Equals(other) && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Sequence.Hash(Shape));

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append($", Shape = {ShapeText.Of(Shape)}");
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Shape.All(size => size > 0) && NetworkDescription.Elements(inputs[0]) == NetworkDescription.Elements(Shape)
            ? Shape : throw Misfit($"{ShapeText.Of(inputs[0])} cannot become {ShapeText.Of(Shape)}.");
}

/// <summary>The sum of its inputs.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes.</param>
public sealed record AddDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Add";

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs.All(shape => shape.SequenceEqual(inputs[0]))
            ? inputs[0] : throw Misfit($"{string.Join(" and ", inputs.Select(shape => ShapeText.Of(shape)))} do not add.");

    internal override bool Takes(int inputs) => inputs >= 2;
}

/// <summary>The product of its two inputs, element by element.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes.</param>
public sealed record MultiplyDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Multiply";

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs[0].SequenceEqual(inputs[1])
            ? inputs[0] : throw Misfit($"{ShapeText.Of(inputs[0])} and {ShapeText.Of(inputs[1])} do not multiply.");

    internal override bool Takes(int inputs) => inputs == 2;
}

/// <summary>Its inputs joined along an axis.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes.</param>
/// <param name="Axis">The axis.</param>
public sealed record ConcatDescription(string Name, ImmutableArray<int> Inputs, int Axis = 0) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Concat";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Axis = {Axis}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        ImmutableArray<int> first = inputs[0];
        bool fits = Axis >= 0 && Axis < first.Length &&
            inputs.All(shape => shape.Length == first.Length && shape.SetItem(Axis, 0).SequenceEqual(first.SetItem(Axis, 0)));
        return fits
            ? first.SetItem(Axis, inputs.Sum(shape => shape[Axis]))
            : throw Misfit($"{string.Join(" and ", inputs.Select(shape => ShapeText.Of(shape)))} do not join along axis {Axis}.");
    }

    internal override bool Takes(int inputs) => inputs >= 2;
}
