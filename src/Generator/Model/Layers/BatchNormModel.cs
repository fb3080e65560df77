using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A normalization of each channel over the batch.</summary>
internal sealed record BatchNormModel(string Name, EquatableArray<int> Inputs, Shape Output, bool Affine, double Epsilon, double Momentum)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => Affine ? Kind : $"{Kind}, not affine";

    public override string Kind => "BatchNorm";

    public override IEnumerable<object> Description => [Affine, Epsilon, Momentum];

    /// <summary>The channels: the elements of a vector, or the first axis.</summary>
    public int Channels => Output.IsKnown ? Output.Sizes[0] : 1;

    /// <summary>The elements of a channel.</summary>
    public int Pixels => (int)(Output.Elements / Channels);

    public override EquatableArray<ParameterModel> Parameters => Affine ? OfChannels("Weights", "Bias") : default;

    public override EquatableArray<ParameterModel> Statistics => OfChannels("RunningMean", "RunningVariance");

    /// <summary>
    /// Four numbers of each channel, once for the whole batch: they lie where the first row's memory is, or where those
    /// of the first two are, for of a vector there are two rows at least.
    /// </summary>
    public override long Memory(bool training) => training ? (Pixels == 1 ? 2L : 4L) * Channels : 0;

    public override bool KeepsInput => true;

    public override bool RereadsParameters => Affine;

    public override bool ReadsUnpadded => true;

    private EquatableArray<ParameterModel> OfChannels(params string[] names) =>
        names.Select(name => new ParameterModel(name, new Shape(Channels), InPanels: false)).ToEquatableArray();
}
