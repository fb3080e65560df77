using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Multi-head self-attention over a sequence [T, F]; its numbers are those of <c>NetGen.Kernels.AttentionSizes</c>.</summary>
/// <param name="Steps">T.</param>
/// <param name="Size">F.</param>
/// <param name="Lengths">Whether it takes the number of its steps, as the second of its inputs.</param>
internal sealed record AttentionModel(string Name, EquatableArray<int> Inputs, Shape Output, int Steps, int Size, int Heads, bool Causal, bool Bias, bool Lengths = false)
    : LayerModel(Name, Inputs, Output)
{
    /// <summary>The queries whose scores are computed together.</summary>
    private const int Block = Padding.Panel;

    public override string Title => $"Attention {Heads} {(Heads == 1 ? "head" : "heads")}{(Causal ? ", causal" : "")}{(Lengths ? ", of given lengths" : "")}{(Bias ? "" : ", no bias")}";

    public override string Kind => "Attention";

    public override IEnumerable<object> Description => [Heads, Causal, Bias, .. Lengths ? [true] : Array.Empty<object>()];

    public override EquatableArray<ParameterModel> Parameters =>
        new ParameterModel[]
        {
            new("InputWeights", new Shape(3 * Size, Size), InPanels: true), new("OutputWeights", new Shape(Size, Size), InPanels: true, IsInner: true),
            new("InputBias", new Shape(3 * Size), InPanels: false), new("OutputBias", new Shape(Size), InPanels: false),
        }.Take(Bias ? 4 : 2).ToEquatableArray();

    public override long MultiplyAdds => (long)Steps * Size * ((4L * Size) + (2L * Steps));

    public override bool ReadsWhole => Lengths;

    public override bool ReadsUnpadded => true;

    public override long Memory(bool training)
    {
        int numbers = Size / Heads;
        int heads = Size - numbers + Padding.Of(numbers);
        long steps = Steps;
        long projected = steps * Padding.Stride((2 * Size) + heads);
        long values = steps * Padding.Of(numbers);
        long predicting = projected + (2 * steps * Padding.Stride(heads)) + ((long)Padding.Of(Steps) * numbers) + values + (Math.Min(Steps, Block) * (long)Padding.Stride(Steps)) + (Lengths ? Padding.Of(1) : 0);
        return training ? predicting + (steps * Padding.Stride(heads)) + projected + values + (Heads * steps * Padding.Stride(Steps)) : predicting;
    }
}
