using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Transposed convolutions with numbers worked out by hand.</summary>
public sealed class ConvTransposeTests
{
    [Fact]
    public void EveryElementPutsTheKernelIntoTheOutput()
    {
        // 1·[1, 10, 100] from 0 on, 2·[1, 10, 100] from 2 on: they meet at 2.
        ReferenceNetwork<double> network = Of(Signal(new TransposedWindow(3, 2)), 1, 10, 100, 0.5);
        Assert.Equal([1.5, 10.5, 102.5, 20.5, 200.5], Predict(network, 1, 2));
    }

    [Fact]
    public void PaddingTakesAwayAndOutputPaddingAdds()
    {
        ReferenceNetwork<double> network = Of(Signal(new TransposedWindow(3, 2, 1, 1)), 1, 10, 100, 0.5);
        Assert.Equal([10.5, 102.5, 20.5, 200.5], Predict(network, 1, 2));
    }

    [Fact]
    public void WeightsAreInputChannelThenFilter()
    {
        // One pixel in each of two channels; two filters of one row and two columns.
        ReferenceNetwork<double> network = Of(
            new NetworkDescription("Net", [2, 1, 1], [new ConvTranspose2DDescription("C", [0], 2, new TransposedWindow(1), new TransposedWindow(2))]),
            1, 2, 3, 4, 10, 20, 30, 40, 0, 0.25);
        Assert.Equal([2, 2, 1, 2], [.. network.Layout["C.Weights"].Shape]);
        Assert.Equal([21, 42, 63.25, 84.25], Predict(network, 1, 2));
    }

    [Fact]
    public void GroupsSeeTheirOwnChannels()
    {
        ReferenceNetwork<double> network = Of(
            new NetworkDescription("Net", [2, 1], [new ConvTranspose1DDescription("C", [0], 4, new TransposedWindow(1), Groups: 2, Bias: false)]), 1, 2, 3, 4);
        Assert.Equal([5, 10, 21, 28], Predict(network, 5, 7));
    }

    [Theory]
    [InlineData(Initializer.LeCun)]
    [InlineData(Initializer.He)]
    [InlineData(Initializer.Auto)]
    public void AnOutputHasChannelsOfItsGroupTimesKernelInputsAsPyTorchCounts(Initializer initializer)
    {
        // Draws are keyed by place, so a dense layer of as many inputs has the same weights.
        ReferenceNetwork<double> dense = new(Chain(4 * 3 * 2, null, Dense(6, bias: false, initializer: initializer), Activate(Activation.ReLU)), 5);
        NetworkDescription transposed = new(
            "Net", [6, 5, 5],
            [
                new ConvTranspose2DDescription("C", [0], 8, new TransposedWindow(3), new TransposedWindow(2), Groups: 2, Bias: false, Initializer: initializer),
                new ActivateDescription("R", [1], Activation.ReLU),
            ]);
        Assert.Equal(dense.Parameters.ToArray(), new ReferenceNetwork<double>(transposed, 5).Parameters.ToArray());
    }

    [Fact]
    public void TheGradientFollowsItsFormulas()
    {
        // z = (1, 10, 100 + 2, 20, 200) + b; δ = (1, 0, −1, 2, 0): dW[u] = Σ x[n]·δ[2n + u], dx[n] = Σ W[u]·δ[2n + u].
        NetworkDescription description = new("Net", [1, 2], [new ConvTranspose1DDescription("C", [0], 1, new TransposedWindow(3, 2))], Loss.HalfSquaredError);
        var (cost, gradient, inputGradient) = Gradient(Of(description, 1, 10, 100, 0), new Batch<double>(1, [1, 2], [0, 10, 103, 18, 200]));
        Assert.Equal(3, cost);
        Assert.Equal([1 - 2, 4, -1, 2], gradient);
        Assert.Equal([1 - 100, -1 + 20], inputGradient);
    }

    [Fact]
    public void SizesAreThoseOfPyTorch()
    {
        Assert.Equal(14, new TransposedWindow(3, 2, 1, 1).Outputs(7));
        Assert.Equal("(7 − 1)·2 − 2·1 + 3 + 1 = 14", new TransposedWindow(3, 2, 1, 1).Arithmetic(7));
        Assert.Equal(0, new TransposedWindow(3, 1, 3).Outputs(4));
        Assert.Equal(0, new TransposedWindow(3, 2, 0, 2).Outputs(4));
        Assert.Equal("3, stride 2, padding 1, output padding 1, dilation 4", new TransposedWindow(3, 2, 1, 1, 4).ToString());
        NetworkDescription network = new("Net", [4, 3, 5], [new ConvTranspose2DDescription("C", [0], 6, new TransposedWindow(3, 2), new TransposedWindow(2), Groups: 2)]);
        Assert.Equal([6, 7, 6], [.. network.Shapes[1]]);
        Assert.Equal((4 * 3 * 6) + 6, network.ParameterCount);
        Assert.Equal(4 * 3 * 5 * 3 * 6, network.MultiplyAdds);
    }

    private static NetworkDescription Signal(TransposedWindow window) => new("Net", [1, 2], [new ConvTranspose1DDescription("C", [0], 1, window)]);
}
