using System;
using System.Linq;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Embeddings, learned places and attention start as PyTorch's do.</summary>
public sealed class AttentionInitializationTests
{
    private static readonly NetworkDescription description = new(
        "Net", [30], [new EmbeddingDescription("E", [0], 90, 16), new PositionalEncodingDescription("P", [1], Learned: true), new AttentionDescription("A", [2], 2)]);

    [Theory]
    [InlineData("E.Weights", 1)]
    [InlineData("P.Weights", 0.02)]
    public void TablesAreNormal(string tensor, double deviation)
    {
        double[] values = Values(tensor);
        double n = values.Length;

        // The mean of n draws has the deviation σ/√n, that of their squares σ²·√(2/n).
        Assert.InRange(values.Average(), -5 * deviation / Math.Sqrt(n), 5 * deviation / Math.Sqrt(n));
        Assert.InRange(values.Average(value => value * value) / (deviation * deviation), 1 - 5 * Math.Sqrt(2 / n), 1 + 5 * Math.Sqrt(2 / n));
    }

    [Fact]
    public void ProjectionsAreUniformAndBiasesZero()
    {
        foreach ((string tensor, double bound) in new[] { ("A.InputWeights", Math.Sqrt(6.0 / 64)), ("A.OutputWeights", 1 / Math.Sqrt(16)) })
        {
            double[] values = Values(tensor);
            Assert.All(values, value => Assert.InRange(value, -bound * 1.000001, bound * 1.000001));
            double error = 5 * Math.Sqrt(4 / (45.0 * values.Length));
            Assert.InRange(values.Average(value => value * value) / (bound * bound), 1.0 / 3 - error, 1.0 / 3 + error);
        }

        Assert.All(Values("A.InputBias").Concat(Values("A.OutputBias")), value => Assert.Equal(0, value));
        Assert.NotEqual(Values("A.InputWeights")[0] / Math.Sqrt(6.0 / 64), Values("A.OutputWeights")[0] * 4, 1e-3);
    }

    private static double[] Values(string name)
    {
        var network = new ReferenceNetwork<double>(description, 7);
        ParameterTensor tensor = network.Layout[name];
        double[] values = new double[tensor.Count];
        tensor.CopyTo<double>(network.Parameters, values);
        return values;
    }
}
