using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>Multi-head self-attention over a sequence [T, F].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes: the sequence, then the number of steps where it has it.</param>
/// <param name="Heads">The number of heads.</param>
/// <param name="Causal">Whether a step attends to itself and the steps before it only.</param>
/// <param name="Bias">Whether there are biases.</param>
/// <param name="Lengths">Whether it takes the number of its steps, behind which no step is attended to, as the second of its inputs.</param>
public sealed record AttentionDescription(string Name, ImmutableArray<int> Inputs, int Heads, bool Causal = false, bool Bias = true, bool Lengths = false)
    : LayerDescription(Name, Inputs)
{
    internal override IEnumerable<(int Slot, WholeRange Range)> WholeInputs(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Lengths ? [(1, new WholeRange(1, inputs[0][0]))] : [];

    internal override bool Takes(int inputs) => inputs == (Lengths ? 2 : 1);

    /// <inheritdoc/>
    public override string Summary => Invariant($"Attention({Heads}){(Causal ? ", causal" : "")}{(Lengths ? ", of given lengths" : "")}");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Heads = {Heads}, Causal = {Causal}, Bias = {Bias}{(Lengths ? ", Lengths = True" : "")}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Heads < 1 ? throw Misfit($"{Heads} heads; attention needs at least 1.")
        : inputs[0].Length != 2 ? throw Misfit($"attention takes a sequence [T, F], its input is {ShapeText.Of(inputs[0])}; reshape it first.")
        : inputs[0][1] % Heads != 0 ? throw Misfit($"{Heads} heads do not divide the {inputs[0][1]} numbers of a step.")
        : Lengths && inputs[1] is not [1] ? throw Misfit($"its length is {ShapeText.Of(inputs[1])}; a length is one number.")
        : inputs[0];

    /// <summary>InputWeights [3·F, F], OutputWeights [F, F] and, where there are biases, InputBias [3·F] and OutputBias [F].</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        int size = inputs[0][1];
        ImmutableArray<(string Name, ImmutableArray<int> Shape)> all = [("InputWeights", [3 * size, size]), ("OutputWeights", [size, size]), ("InputBias", [3 * size]), ("OutputBias", [size])];
        return all[..(Bias ? 4 : 2)];
    }

    /// <summary>T · F · (4 · F + 2 · T), what is masked included.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override long MultiplyAdds(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        (long steps, long size) = (inputs[0][0], inputs[0][1]);
        return steps * size * ((4 * size) + (2 * steps));
    }
}
