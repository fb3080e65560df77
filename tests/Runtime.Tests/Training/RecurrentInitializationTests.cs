using System;
using System.Linq;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Recurrent layers start as PyTorch's do: everything uniform between ±1/√units, the biases too.</summary>
public sealed class RecurrentInitializationTests
{
    [Theory]
    [InlineData(9)]
    [InlineData(25)]
    public void EveryTensorIsUniformBetweenTheBounds(int units)
    {
        NetworkDescription description = new("Net", [2, 20], [new LSTMDescription("L", [0], units, Bidirectional: true)]);
        var network = new ReferenceNetwork<float>(description, 7);
        double bound = 1 / Math.Sqrt(units);
        foreach (ParameterTensor tensor in network.Layout.Tensors)
        {
            float[] values = new float[tensor.Count];
            tensor.CopyTo<float>(network.Parameters, values);
            Assert.All(values, value => Assert.InRange(value, -bound, bound));

            // Of n draws the mean has the deviation bound/√(3n), and their square the mean bound²/3 with deviation bound²·√(4/45n).
            double n = values.Length;
            Assert.InRange(values.Average(), -5 * bound / Math.Sqrt(3 * n), 5 * bound / Math.Sqrt(3 * n));
            double square = values.Average(value => (double)value * value) / (bound * bound);
            Assert.InRange(square, 1.0 / 3 - 5 * Math.Sqrt(4 / (45 * n)), 1.0 / 3 + 5 * Math.Sqrt(4 / (45 * n)));
        }

        // Drawn from one stream without a number twice; of so many floats a few dozen may meet.
        float[] all = network.Parameters.ToArray();
        Assert.True(all.Distinct().Count() > 0.99 * all.Length);
    }

    [Fact]
    public void ADrawDependsOnSeedAndNode()
    {
        NetworkDescription description = new("Net", [3, 4], [new GRUDescription("A", [0], 4, Sequence: true), new GRUDescription("B", [1], 4)]);
        float[] seven = new ReferenceNetwork<float>(description, 7).Parameters.ToArray();
        Assert.Equal(seven, new ReferenceNetwork<float>(description, 7).Parameters.ToArray());
        Assert.NotEqual(seven, new ReferenceNetwork<float>(description, 8).Parameters.ToArray());
        Assert.NotEqual(seven[..120], seven[120..]);
    }
}
