using System.Collections.Generic;
using System.Linq;
using NetGen.Files;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

public sealed class TensorNamingTests
{
    [Fact]
    public void ByDefaultNamesAreThoseOfASequential() =>
        Assert.Equal(["0.weight", "0.bias", "3.weight", "3.bias"], Names(null));

    [Fact]
    public void RecurrentTensorsHaveTheNamesOfModulesOfOneLayer()
    {
        NetworkDescription description = new(
            "Net", [4, 2],
            [new LSTMDescription("LSTM1", [0], 3, Sequence: true, Bidirectional: true), new GRUDescription("GRU1", [1], 2, Bias: false), new DenseDescription("Dense1", [2], 1)]);
        Assert.Equal(
            [
                "0.weight_ih_l0", "0.weight_hh_l0", "0.bias_ih_l0", "0.bias_hh_l0",
                "0.weight_ih_l0_reverse", "0.weight_hh_l0_reverse", "0.bias_ih_l0_reverse", "0.bias_hh_l0_reverse",
                "1.weight_ih_l0", "1.weight_hh_l0", "2.weight", "2.bias",
            ],
            TensorNaming.Sequential.Of(description, ParameterLayout.Canonical(description)).AsEnumerable());
    }

    [Fact]
    public void TensorsOfAttentionHaveTheNamesOfTheirModule()
    {
        NetworkDescription description = new(
            "Net", [4],
            [
                new EmbeddingDescription("E", [0], 5, 6), new PositionalEncodingDescription("P", [1], Learned: true), new AttentionDescription("A", [2], 2),
                new AttentionDescription("B", [3], 2, Bias: false),
            ]);
        Assert.Equal(
            [
                "0.weight", "1.weight", "2.in_proj_weight", "2.out_proj.weight", "2.in_proj_bias", "2.out_proj.bias", "3.in_proj_weight", "3.out_proj.weight",
            ],
            TensorNaming.Sequential.Of(description, ParameterLayout.Canonical(description)).AsEnumerable());
    }

    [Fact]
    public void ByLayerNamesAreTheLayers() =>
        Assert.Equal(["Dense1.weight", "Dense1.bias", "Dense2.weight", "Dense2.bias"], Names(TensorNaming.ByLayer));

    [Fact]
    public void AMapNamesEveryTensor()
    {
        TensorNaming names = TensorNaming.Map(new Dictionary<string, string>
        {
            ["Dense1.Weights"] = "encoder.weight",
            ["Dense1.Bias"] = "encoder.bias",
            ["Dense2.Weights"] = "head.weight",
            ["Dense2.Bias"] = "head.bias",
        });
        Assert.Equal(["encoder.weight", "encoder.bias", "head.weight", "head.bias"], Names(names));
        var network = new ReferenceNetwork<float>(FileNets.Chain, 2);
        network.Load(FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1), names: names), names);
        Assert.Equal(FileNets.New<float>(FileNets.Chain, 1).Parameters, network.Parameters);
    }

    private static IEnumerable<string> Names(TensorNaming? names) =>
        TensorFile.Read(FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1), names: names)).Tensors.Select(entry => entry.Name);
}
