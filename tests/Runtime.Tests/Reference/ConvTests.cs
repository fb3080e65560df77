using System;
using System.Linq;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Convolutions with numbers worked out by hand.</summary>
public sealed class ConvTests
{
    private static readonly double[] NineTimesOne = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void AKernelIsNotFlipped()
    {
        // x[i, j] − x[i + 1, j + 1] is −4 everywhere in an image that counts its pixels in rows of three.
        ReferenceNetwork<double> network = Of(Image([1, 3, 3], new Conv2DDescription("C", [0], 1, new SlidingWindow(2), new SlidingWindow(2))), 1, 0, 0, -1, 0.5);
        Assert.Equal([-3.5, -3.5, -3.5, -3.5], Predict(network, NineTimesOne));
    }

    [Fact]
    public void WeightsAreFilterChannelRowColumn()
    {
        // Kernels of one row and two columns: filter 0 takes 1·left + 10·right of channel 0 and 100·left of channel 1.
        ReferenceNetwork<double> network = Of(
            Image([2, 2, 2], new Conv2DDescription("C", [0], 2, new SlidingWindow(1), new SlidingWindow(2))), [1, 10, 100, 0, 0, 0, 0, 1, 0, 0.25]);
        Assert.Equal([2, 2, 1, 2], [.. network.Layout["C.Weights"].Shape]);
        Assert.Equal([521, 743, 6.25, 8.25], Predict(network, 1, 2, 3, 4, 5, 6, 7, 8));
    }

    [Fact]
    public void StrideAndPaddingMoveTheWindow() =>
        Assert.Equal([210, 432, 54], Predict(Of(Signal(new SlidingWindow(3, Stride: 2, Before: 1, After: 1)), 1, 10, 100, 0), 1, 2, 3, 4, 5));

    [Fact]
    public void ACausalConvolutionSeesWhatWas() =>
        Assert.Equal([10, 20, 31, 42, 53], Predict(Of(Signal(new SlidingWindow(2, Before: 2, Dilation: 2)), 1, 10, 0), 1, 2, 3, 4, 5));

    [Fact]
    public void AWindowMayMeetNothingButPadding() =>
        Assert.Equal([0.5, 10.5, 1.5, 0.5], Predict(Of(new NetworkDescription("Signal", [1, 1], [new Conv1DDescription("C", [0], 1, new SlidingWindow(2, Before: 2, After: 2))]), 1, 10, 0.5), 1));

    [Fact]
    public void GroupsSeeTheirOwnChannels()
    {
        // Four channels in two groups, three filters each: filters 0 to 2 see channels 0 and 1, the others 2 and 3.
        double[] weights = [1, 10, 2, 20, 3, 30, 1, 10, 2, 20, 3, 30];
        ReferenceNetwork<double> network = Of(
            new NetworkDescription("Grouped", [4, 1], [new Conv1DDescription("C", [0], 6, new SlidingWindow(1), Groups: 2, Bias: false)]), weights);
        Assert.Equal([21, 42, 63, 43, 86, 129], Predict(network, 1, 2, 3, 4));
    }

    [Fact]
    public void TheGradientFollowsItsFormulas()
    {
        // z = (210, 432, 54) as above, δ = (1, −1, 2): dW[u] = Σ δᵢ·x[2i − 1 + u], db = Σ δᵢ, dx[k] = Σ δᵢ·W[k − 2i + 1].
        NetworkDescription description = new("Signal", [1, 5], [new Conv1DDescription("C", [0], 1, new SlidingWindow(3, 2, 1, 1))], Loss.HalfSquaredError);
        var (cost, gradient, inputGradient) = Gradient(Of(description, 1, 10, 100, 0), new Batch<double>(1, [1, 2, 3, 4, 5], [209, 433, 52]));
        Assert.Equal(3, cost);
        Assert.Equal([-2 + 8, 1 - 3 + 10, 2 - 4, 2], gradient);
        Assert.Equal([10, 100 - 1, -10, -100 + 2, 20], inputGradient);
    }

    [Fact]
    public void TheGradientOfAnImageFollowsItsFormulas()
    {
        // δ = (1, 0, 0, 2) at the corners: dW[u, v] = x[u, v] + 2·x[u + 1, v + 1]; dx is W at one corner and 2·W at the other.
        double[] w = [1, 2, 3, 4];
        NetworkDescription description = new("Image", [1, 3, 3], [new Conv2DDescription("C", [0], 1, new SlidingWindow(2), new SlidingWindow(2), Bias: false)], Loss.HalfSquaredError);
        ReferenceNetwork<double> network = Of(description, w);
        double[] target = [.. Predict(network, NineTimesOne).Zip((double[])[1, 0, 0, 2], (z, delta) => z - delta)];
        var (_, gradient, inputGradient) = Gradient(network, new Batch<double>(1, NineTimesOne, target));
        Assert.Equal([1 + 10, 2 + 12, 4 + 16, 5 + 18], gradient);
        Assert.Equal([1, 2, 0, 3, 4 + 2, 4, 0, 6, 8], inputGradient);
    }

    [Fact]
    public void SizesParametersAndMultiplyAddsAreThoseOfPyTorch()
    {
        // LeNet-5's first layers, and a first layer of a residual network: 224 rows, of which the stride leaves padding unread only.
        NetworkDescription lenet = Image(
            [1, 28, 28],
            new Conv2DDescription("C1", [0], 6, new SlidingWindow(5, 1, 2, 2), new SlidingWindow(5, 1, 2, 2)), new Conv2DDescription("C2", [1], 16, new SlidingWindow(5), new SlidingWindow(5)));
        Assert.Equal([6, 28, 28], [.. lenet.Shapes[1]]);
        Assert.Equal([16, 24, 24], [.. lenet.Shapes[2]]);
        Assert.Equal((6 * 25 + 6) + (16 * 6 * 25 + 16), lenet.ParameterCount);
        Assert.Equal((6 * 28 * 28 * 25) + (16 * 24 * 24 * 6 * 25), lenet.MultiplyAdds);
        Assert.Equal(112, new SlidingWindow(7, 2, 3, 3).Outputs(224));
        Assert.Equal(0, new SlidingWindow(7, 2, 3, 3).Unread(224));
        Assert.Equal(1, new SlidingWindow(3, 2).Unread(28));
        Assert.Equal(0, new SlidingWindow(1, 2).Unread(56));
        Assert.Equal(0, new SlidingWindow(4).Outputs(3));
        Assert.Equal(0, default(SlidingWindow).Outputs(3));
        Assert.Equal(0, default(SlidingWindow).Unread(3));
    }

    [Fact]
    public void ItIsShownInATable() => Assert.Matches(
        @"   1  C      Conv2D\(6, 5\)  0     \[6, 24, 24\]         156         86,400\n",
        Image([1, 28, 28], new Conv2DDescription("C", [0], 6, new SlidingWindow(5), new SlidingWindow(5))).ToString());

    [Theory]
    [InlineData(Initializer.LeCun)]
    [InlineData(Initializer.He)]
    [InlineData(Initializer.Scaled)]
    [InlineData(Initializer.Auto)]
    public void AnOutputHasInputChannelsOfItsGroupTimesKernelInputs(Initializer initializer)
    {
        // Draws are keyed by place, so a dense layer of as many inputs has the same weights.
        ReferenceNetwork<double> dense = new(Chain(4 * 3 * 2, null, Dense(6, initializer: initializer), Activate(Activation.ReLU)), 5);
        ReferenceNetwork<double> conv = new(
            Image([8, 5, 5], new Conv2DDescription("C", [0], 6, new SlidingWindow(3), new SlidingWindow(2), Groups: 2, Initializer: initializer), new ActivateDescription("R", [1], Activation.ReLU)), 5);
        Assert.Equal(dense.Parameters.ToArray(), conv.Parameters.ToArray());
        Assert.NotEqual(0, conv.Parameters[0]);
    }

    [Fact]
    public void GlorotCountsTheKernelForOutputsToo()
    {
        ReferenceNetwork<double> conv = new(Image([4, 5, 5], new Conv2DDescription("C", [0], 7, new SlidingWindow(3), new SlidingWindow(3), Initializer: Initializer.Glorot)), 5);
        ReferenceNetwork<double> deviation1 = new(Image([4, 5, 5], new Conv2DDescription("C", [0], 7, new SlidingWindow(3), new SlidingWindow(3), Initializer: Initializer.Normal, Scale: 1)), 5);
        double expected = Math.Sqrt(2.0 / ((4 * 9) + (7 * 9)));
        Assert.All(conv.Parameters.ToArray().Zip(deviation1.Parameters.ToArray()), pair => Assert.Equal(pair.Second * expected, pair.First, 1e-7));
    }

    [Fact]
    public void AutoIsResolvedForWhatHasWeightsOnly()
    {
        NetworkDescription description = Image([1, 5, 5], new Conv2DDescription("C", [0], 1, new SlidingWindow(3), new SlidingWindow(3)), new ActivateDescription("R", [1], Activation.ReLU));
        Assert.Equal(Initializer.He, Initialization.Resolve(description, 1));
        Assert.Contains("R, ReLU, has no weights", Assert.Throws<ArgumentException>(() => Initialization.Resolve(description, 2)).Message);
    }

    private static NetworkDescription Signal(SlidingWindow window) => new("Signal", [1, 5], [new Conv1DDescription("C", [0], 1, window)]);

    private static NetworkDescription Image(int[] input, params LayerDescription[] layers) => new("Image", [.. input], [.. layers]);
}
