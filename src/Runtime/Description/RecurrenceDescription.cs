using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A layer that carries a state from step to step of a sequence [T, F].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes: the sequence, then the state and the number of steps where it has them.</param>
/// <param name="Units">The numbers of a state.</param>
/// <param name="Sequence">Whether the output is the states of all steps instead of the last one.</param>
/// <param name="Bidirectional">Whether a second set of weights reads the sequence from its end.</param>
/// <param name="Bias">Whether there are biases.</param>
/// <param name="State">Whether it takes the state that it starts from, and an LSTM its cell behind that, as further inputs.</param>
/// <param name="Lengths">Whether it takes the number of its steps, as the last of its inputs.</param>
/// <param name="BackSteps">The steps of a chunk that gradients of the state stay in; 0 for all.</param>
public abstract record RecurrenceDescription(string Name, ImmutableArray<int> Inputs, int Units, bool Sequence, bool Bidirectional, bool Bias, bool State, bool Lengths, int BackSteps)
    : LayerDescription(Name, Inputs)
{
    /// <summary>The gates of a unit, each with weights of its own; a simple recurrent layer has one.</summary>
    public abstract int Gates { get; }

    /// <summary>1, or 2 for a bidirectional layer.</summary>
    internal int Directions => Bidirectional ? 2 : 1;

    /// <summary>The parts of a state, each of its units: an LSTM has its cell beside.</summary>
    internal virtual int StateParts => 1;

    internal override IEnumerable<(int Slot, WholeRange Range)> WholeInputs(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Lengths ? [(Inputs.Length - 1, new WholeRange(1, inputs[0][0]))] : [];

    internal override bool Takes(int inputs) => inputs == 1 + (State ? StateParts : 0) + (Lengths ? 1 : 0);

    /// <inheritdoc/>
    public override string Summary => $"{Kind}{(Sequence ? ", all steps" : "")}{(Bidirectional ? ", both ways" : "")}";

    /// <summary>The layer as its attribute begins: <c>LSTM(64)</c>.</summary>
    private protected abstract string Kind { get; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Units = {Units}, Sequence = {Sequence}, Bidirectional = {Bidirectional}, Bias = {Bias}"));
        builder.Append(State || Lengths || BackSteps != 0 ? Invariant($", State = {State}, Lengths = {Lengths}, BackSteps = {BackSteps}") : "");
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Units < 1 ? throw Misfit($"{Units} units; a recurrent layer needs at least 1.")
        : inputs[0].Length != 2 ? throw Misfit($"a recurrent layer takes a sequence [T, F], its input is {ShapeText.Of(inputs[0])}; reshape it first.")
        : BackSteps < 0 ? throw Misfit($"{BackSteps} steps back; it is at least 0, for all.")
        : inputs.Skip(1).Take(State ? StateParts : 0).FirstOrDefault(shape => shape is not [var size] || size != Directions * Units) is { IsDefault: false } state
            ? throw Misfit($"it starts from {ShapeText.Of(state)}; its state is a vector of {Directions}·{Units} numbers.")
        : Lengths && inputs[^1] is not [1] ? throw Misfit($"its length is {ShapeText.Of(inputs[^1])}; a length is one number.")
        : Sequence ? [inputs[0][0], Directions * Units]
        : [Directions * Units];

    /// <summary>
    /// InputWeights [gates·units, F], StateWeights [gates·units, units] and, where there are biases, InputBias and
    /// StateBias [gates·units]; then, where the layer is bidirectional, those of the backward direction with names that
    /// start with Reverse.
    /// </summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        int rows = Gates * Units;
        (string Name, ImmutableArray<int> Shape)[] all = [("InputWeights", [rows, inputs[0][1]]), ("StateWeights", [rows, Units]), ("InputBias", [rows]), ("StateBias", [rows])];
        (string Name, ImmutableArray<int> Shape)[] own = all[..(Bias ? 4 : 2)];
        return Bidirectional ? [.. own, .. own.Select(tensor => ($"Reverse{tensor.Name}", tensor.Shape))] : [.. own];
    }

    /// <summary>T · directions · gates · units · (F + units).</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override long MultiplyAdds(IReadOnlyList<ImmutableArray<int>> inputs) =>
        (long)inputs[0][0] * Directions * Gates * Units * (inputs[0][1] + Units);
}
