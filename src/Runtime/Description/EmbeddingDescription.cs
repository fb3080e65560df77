using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A learned vector for every symbol, y[t] = W[x[t]].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Symbols">The number of symbols.</param>
/// <param name="Size">The numbers of a symbol's vector.</param>
public sealed record EmbeddingDescription(string Name, ImmutableArray<int> Inputs, int Symbols, int Size) : LayerDescription(Name, Inputs)
{
    /// <summary>Up to here floats tell whole numbers apart.</summary>
    private const int MostSymbols = 1 << 24;

    /// <inheritdoc/>
    public override string Summary => Invariant($"Embedding({Symbols}, {Size})");

    internal override WeightDraws? Draws => new(Initializer.Normal, 1);

    internal override IEnumerable<(int Slot, WholeRange Range)> WholeInputs(IReadOnlyList<ImmutableArray<int>> inputs) => [(0, new WholeRange(0, Symbols - 1))];

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Symbols = {Symbols}, Size = {Size}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Symbols is < 1 or > MostSymbols ? throw Misfit($"{Symbols} symbols; an embedding takes 1 to {MostSymbols}, up to which floats tell whole numbers apart.")
        : Size < 1 ? throw Misfit($"size {Size}; the vector of a symbol needs at least 1 number.")
        : inputs[0].Length != 1 ? throw Misfit($"an embedding takes a vector of symbols [T], its input is {ShapeText.Of(inputs[0])}; flatten it first.")
        : [inputs[0][0], Size];

    /// <summary>Weights W [symbols, size].</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs) => [("Weights", [Symbols, Size])];
}
