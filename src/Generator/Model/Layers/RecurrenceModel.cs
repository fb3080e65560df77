using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A recurrent layer over a sequence [T, F]; its numbers are those of <c>NetGen.Kernels.RecurrentSizes</c>.</summary>
/// <param name="Kind">Recurrent, LSTM or GRU.</param>
/// <param name="Steps">T.</param>
/// <param name="InputSize">F.</param>
/// <param name="Activation">Of a simple recurrent layer; null for the others.</param>
/// <param name="State">Whether it takes the state that it starts from, and an LSTM its cell behind that, as further inputs.</param>
/// <param name="Lengths">Whether it takes the number of its steps, as the last of its inputs.</param>
/// <param name="BackSteps">The steps of a chunk that gradients of the state stay in; 0 for all.</param>
internal sealed record RecurrenceModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, int Steps, int InputSize, int Units, string? Activation,
    bool Sequence, bool Bidirectional, bool Bias, bool State = false, bool Lengths = false, int BackSteps = 0)
    : LayerModel(Name, Inputs, Output)
{
    /// <summary>The steps that memory holds at a time while predicting: enough for the weights to be read once for all of them.</summary>
    private const int WindowOfPredicting = 12;

    public override string Title =>
        $"{Kind}{(Activation is null or "Tanh" ? "" : $" {Activation}")} {InputSize} → {Units}{(Sequence ? ", all steps" : "")}{(Bidirectional ? ", both ways" : "")}{(Bias ? "" : ", no bias")}" +
        $"{(State ? ", from a state" : "")}{(Lengths ? ", of given lengths" : "")}{(BackSteps > 0 ? $", back {Text.Number(BackSteps)} steps" : "")}";

    public override string Kind { get; } = Kind;

    public override IEnumerable<object> Description =>
    [
        Units, .. Activation is { } activation ? [new EnumMember("Activation", activation)] : Array.Empty<object>(), Sequence, Bidirectional, Bias,
        .. IsGiven || BackSteps > 0 ? [State, Lengths, BackSteps] : Array.Empty<object>(),
    ];

    /// <summary>Whether it takes more than a sequence.</summary>
    public bool IsGiven => State || Lengths;

    /// <summary>The parts of a state, each of its units: an LSTM has its cell beside.</summary>
    public int StateParts => Kind == "LSTM" ? 2 : 1;

    public int Gates => Kind switch { "LSTM" => 4, "GRU" => 3, _ => 1 };

    public int Directions => Bidirectional ? 2 : 1;

    /// <summary>The gates of all units.</summary>
    public int GateUnits => Gates * Units;

    public override EquatableArray<ParameterModel> Parameters
    {
        get
        {
            ParameterModel[] own =
            [
                new("InputWeights", new Shape(GateUnits, InputSize), InPanels: true),
                new("StateWeights", new Shape(GateUnits, Units), InPanels: true, IsInner: true),
                .. Bias ? [new("InputBias", new Shape(GateUnits), InPanels: false), new("StateBias", new Shape(GateUnits), InPanels: false)] : Array.Empty<ParameterModel>(),
            ];
            return own.Concat(own.Take(Bidirectional ? own.Length : 0).Select(parameter => parameter with { Name = $"Reverse{parameter.Name}" })).ToEquatableArray();
        }
    }

    public override long MultiplyAdds => (long)Steps * Directions * GateUnits * (InputSize + Units);

    public override bool ReadsWhole => Lengths;

    public override bool ReadsUnpadded => true;

    /// <summary>The steps that memory holds at a time.</summary>
    public int Window(bool training) => training ? Steps : Math.Min(Steps, WindowOfPredicting);

    public override long StateSize => Kind == "LSTM" ? 2L * Units : Units;

    public override long Memory(bool training)
    {
        if (StateOffset is not null)
        {
            return 0;
        }

        long window = Window(training);
        long gates = Padding.Stride(((Gates - 1) * Units) + Padding.Of(Units));
        long states = (window + 1) * Padding.Stride(Units);
        long cells = Kind == "LSTM" ? states + Padding.Stride(Units) : 0;
        return Directions * ((window * Padding.Of(InputSize)) + (window * gates) + ((Kind == "GRU" ? window : 1) * gates) + states + cells + Padding.Stride(Units)) + (Lengths ? Padding.Of(1) : 0);
    }
}
