using System.Collections.Immutable;
using static System.FormattableString;

namespace NetGen;

/// <summary>Gated recurrent units.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes: the sequence, then the state and the number of steps where it has them.</param>
/// <param name="Units">The numbers of a state.</param>
/// <param name="Sequence">Whether the output is the states of all steps instead of the last one.</param>
/// <param name="Bidirectional">Whether a second set of weights reads the sequence from its end.</param>
/// <param name="Bias">Whether there are biases.</param>
/// <param name="State">Whether it takes the state that it starts from, and an LSTM its cell behind that, as further inputs.</param>
/// <param name="Lengths">Whether it takes the number of its steps, as the last of its inputs.</param>
/// <param name="BackSteps">The steps of a chunk that gradients of the state stay in; 0 for all.</param>
public sealed record GRUDescription(string Name, ImmutableArray<int> Inputs, int Units, bool Sequence = false, bool Bidirectional = false, bool Bias = true,
    bool State = false, bool Lengths = false, int BackSteps = 0)
    : RecurrenceDescription(Name, Inputs, Units, Sequence, Bidirectional, Bias, State, Lengths, BackSteps)
{
    /// <summary>r, z and n.</summary>
    public override int Gates => 3;

    private protected override string Kind => Invariant($"GRU({Units})");
}
