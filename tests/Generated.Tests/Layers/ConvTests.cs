using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>[Conv2D] and [Conv1D], alone and between layers.</summary>
public sealed class ConvTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryWidthMeetsEveryKernel() => output.WriteLine(Systematic.Hold(
        from width in ((int Item, int Index)[])[.. new[] { 1, 2, 3, 7, 8, 15, 16, 17, 31, 33 }.Select((item, index) => (item, index))]
        from kernel in ((int Item, int Index)[])[(1, 0), (2, 1), (3, 2), (5, 3)]
        where kernel.Item <= width.Item
        select NetworkDeclaration.Of(
            $"Image{width.Item}Kernel{kernel.Item}", [2, kernel.Item + (width.Index % 2), width.Item],
            new Conv(1 + ((width.Index + kernel.Index) % 4), ActivationKinds.Elementwise[(width.Index + kernel.Index) % ActivationKinds.Elementwise.Count], new ConvAxis(kernel.Item), new ConvAxis(kernel.Item))
            {
                Bias = (width.Index + kernel.Index) % 3 != 0,
            })
            .With(Loss.HalfSquaredError, (width.Index + kernel.Index) % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    public void StridePaddingDilationAndGroupsOfImages() => output.WriteLine(Systematic.Hold(
    [
        Image("Padded", [1, 5, 6], new(3, Activation.ReLU, new ConvAxis(3, Padding: 1), new ConvAxis(3, Padding: 1))),
        Image("PaddedFurtherThanTheKernel", [1, 2, 3], new(2, Activation.Tanh, new ConvAxis(2, Padding: 3), new ConvAxis(3, Padding: 4))),
        Image("Strided", [2, 7, 9], new(3, Activation.Tanh, new ConvAxis(3, Stride: 2), new ConvAxis(3, Stride: 3))),
        Image("StridedPastTheKernel", [1, 7, 8], new(2, Activation.Identity, new ConvAxis(1, Stride: 3), new ConvAxis(2, Stride: 3))),
        Image("StridedWithPaddingUnread", [1, 8, 8], new(2, Activation.GELU, new ConvAxis(3, Stride: 2, Padding: 1), new ConvAxis(7, Stride: 2, Padding: 3))),
        Image("Truncated", [1, 8, 10], new(2, Activation.Sigmoid, new ConvAxis(3, Stride: 2), new ConvAxis(4, Stride: 4)) { Truncate = true }),
        Image("Dilated", [2, 7, 9], new(2, Activation.LeakyReLU, new ConvAxis(3, Dilation: 3), new ConvAxis(2, Dilation: 4)) { Slope = 0.2 }),
        Image("DilatedAndPadded", [1, 5, 5], new(2, Activation.Softplus, new ConvAxis(3, Padding: 2, Dilation: 2), new ConvAxis(3, Padding: 2, Dilation: 2))),
        Image("SameOdd", [2, 4, 5], new(2, Activation.ReLU, new ConvAxis(5), new ConvAxis(3)) { Same = true }),
        Image("SameEven", [2, 4, 5], new(2, Activation.Tanh, new ConvAxis(2), new ConvAxis(4)) { Same = true }),
        Image("Grouped", [4, 4, 4], new(6, Activation.ReLU, new ConvAxis(3), new ConvAxis(2)) { Groups = 2 }),
        Image("Depthwise", [5, 4, 4], new(5, Activation.Tanh, new ConvAxis(3, Padding: 1), new ConvAxis(3, Padding: 1)) { Groups = 5 }),
        Image("DepthwiseOfTwo", [3, 4, 4], new(6, Activation.Tanh, new ConvAxis(2), new ConvAxis(2)) { Groups = 3, Bias = false }),
        Image("Pointwise", [7, 3, 3], new(17, Activation.Sigmoid, new ConvAxis(1), new ConvAxis(1))),
        Image("OnePixel", [3, 1, 1], new(2, Activation.ReLU, new ConvAxis(1), new ConvAxis(1))),
        Image("WholeImage", [2, 5, 4], new(33, Activation.Tanh, new ConvAxis(5), new ConvAxis(4))),
        Image("ManyFilters", [1, 4, 4], new(40, Activation.ReLU, new ConvAxis(3), new ConvAxis(3))),
        Image("ManyChannels", [34, 3, 3], new(2, Activation.ReLU, new ConvAxis(2), new ConvAxis(2))),
    ]));

    [Fact]
    public void Signals() => output.WriteLine(Systematic.Hold(
    [
        .. from length in Sizes.Widths
           from kernel in new[] { 1, 3, 4 }
           where kernel <= length && length < 100
           select Image($"Signal{length}Kernel{kernel}", [1 + (length % 3), length], new(2, ActivationKinds.Elementwise[length % ActivationKinds.Elementwise.Count], new ConvAxis(kernel)) { Bias = kernel != 4 }),
        Image("SignalStrided", [2, 17], new(3, Activation.Tanh, new ConvAxis(5, Stride: 3, Padding: 2))),
        Image("SignalDilated", [2, 20], new(3, Activation.ReLU, new ConvAxis(3, Dilation: 5))),
        Image("SignalSame", [2, 19], new(3, Activation.ReLU, new ConvAxis(4, Dilation: 3)) { Same = true }),
        Image("SignalCausal", [2, 19], new(3, Activation.Tanh, new ConvAxis(3, Dilation: 4)) { Causal = true }),
        Image("SignalCausalStrided", [2, 19], new(3, Activation.Tanh, new ConvAxis(3, Stride: 2)) { Causal = true }),
        Image("SignalGrouped", [6, 9], new(4, Activation.Sigmoid, new ConvAxis(3)) { Groups = 2 }),
        Image("SignalDepthwise", [3, 9], new(3, Activation.Sigmoid, new ConvAxis(2)) { Groups = 3 }),
    ]));

    [Fact]
    public void ConvolutionsBetweenLayers() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of(
            "Small", [1, 8, 8],
            new Conv(3, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)), new Conv(4, Activation.Tanh, new ConvAxis(2, Stride: 2), new ConvAxis(2, Stride: 2)),
            new Flatten(), new Dense(5, Activation.Softmax)).With(Loss.CrossEntropy),
        NetworkDeclaration.Of(
            "VectorToImage", [12],
            new Dense(18, Activation.Tanh), new Reshape(2, 3, 3), new Conv(2, Activation.GELU, new ConvAxis(2), new ConvAxis(2)), new Conv(1, Activation.Sigmoid, new ConvAxis(2), new ConvAxis(2)))
            .With(Loss.BinaryCrossEntropy),
        NetworkDeclaration.Of(
            "ReshapedInput", [15], new Reshape(1, 3, 5), new Conv(2, Activation.LeakyReLU, new ConvAxis(2), new ConvAxis(3)), new Flatten(), new Dense(3))
            .With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "ReadTwice", [2, 5, 5],
            new Conv(2, Activation.Tanh, new ConvAxis(3), new ConvAxis(3)) { Same = true, Name = "First" },
            new Conv(2, Activation.Identity, new ConvAxis(3), new ConvAxis(3)) { Same = true, Name = "Second" }, new Add("First"), new Activate(Activation.ReLU) { Name = "Sum" },
            new Conv(3, Activation.ReLU, new ConvAxis(1), new ConvAxis(1)) { Name = "Other", From = "input" }, new Concat("Sum", "Second", "input"),
            new Conv(1, Activation.Identity, new ConvAxis(5), new ConvAxis(5)), new Flatten(), new Dense(2))
            .With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "Dropping", [2, 4, 4], new Dropout(0.25), new Conv(2, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)), new Dropout(0.5)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "ActivatedTwice", [1, 4, 4], new Conv(2, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)), new Activate(Activation.Sigmoid)).With(Loss.BinaryCrossEntropy),
        NetworkDeclaration.Of(
            "SignalThenDense", [2, 11], new Conv(3, Activation.ReLU, new ConvAxis(3)) { Causal = true }, new Conv(2, Activation.Tanh, new ConvAxis(3, Dilation: 2)) { Causal = true }, new Flatten(), new Dense(4))
            .With(Loss.MeanSquaredError),
    ]));

    private static NetworkDeclaration Image(string name, int[] input, Conv conv) => NetworkDeclaration.Of(name, input, conv).With(Loss.HalfSquaredError);
}
