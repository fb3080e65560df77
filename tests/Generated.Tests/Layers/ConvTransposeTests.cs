using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>[ConvTranspose2D] and [ConvTranspose1D], alone and between layers.</summary>
public sealed class ConvTransposeTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryWidthMeetsEveryKernel() => output.WriteLine(Systematic.Hold(
        from width in ((int Item, int Index)[])[.. new[] { 1, 2, 3, 7, 8, 15, 16, 17, 31, 33 }.Select((item, index) => (item, index))]
        from kernel in ((int Item, int Index)[])[(1, 0), (2, 1), (3, 2), (5, 3)]
        select NetworkDeclaration.Of(
            $"Image{width.Item}Kernel{kernel.Item}", [2, 1 + (width.Index % 3), width.Item],
            new ConvTranspose(1 + ((width.Index + kernel.Index) % 4), ActivationKinds.Elementwise[(width.Index + kernel.Index) % ActivationKinds.Elementwise.Count], new TransposedWindow(kernel.Item), new TransposedWindow(kernel.Item, 1 + (width.Index % 2)))
            {
                Bias = (width.Index + kernel.Index) % 3 != 0,
            })
            .With(Loss.HalfSquaredError, (width.Index + kernel.Index) % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    public void StridePaddingDilationAndGroups() => output.WriteLine(Systematic.Hold(
    [
        Alone("Doubling", [3, 4, 5], new(2, Activation.ReLU, new TransposedWindow(4, 2, 1), new TransposedWindow(4, 2, 1))),
        Alone("DoublingExactly", [2, 3, 7], new(3, Activation.Tanh, new TransposedWindow(3, 2, 1, 1), new TransposedWindow(3, 2, 1, 1))),
        Alone("StridedPastTheKernel", [2, 3, 4], new(3, Activation.Identity, new TransposedWindow(1, 3), new TransposedWindow(2, 4, 0, 3))),
        Alone("PaddedFurtherThanTheKernel", [2, 6, 7], new(2, Activation.Sigmoid, new TransposedWindow(1, 1, 2), new TransposedWindow(2, 2, 4, 1))),
        Alone("MoreThanTheStride", [2, 3, 4], new(2, Activation.Tanh, new TransposedWindow(2, 1, 0, 2, 3), new TransposedWindow(3, 2, 1, 3, 4))),
        Alone("Dilated", [2, 4, 4], new(2, Activation.LeakyReLU, new TransposedWindow(3, Dilation: 3), new TransposedWindow(2, 2, Dilation: 2)) { Slope = 0.2 }),
        Alone("Grouped", [4, 3, 3], new(6, Activation.ReLU, new TransposedWindow(3), new TransposedWindow(2, 2)) { Groups = 2 }),
        Alone("Depthwise", [5, 4, 3], new(5, Activation.GELU, new TransposedWindow(3, 2), new TransposedWindow(3, 2)) { Groups = 5 }),
        Alone("DepthwiseOfTwo", [3, 2, 4], new(6, Activation.Softplus, new TransposedWindow(2), new TransposedWindow(2)) { Groups = 3, Bias = false }),
        Alone("OnePixel", [3, 1, 1], new(2, Activation.ReLU, new TransposedWindow(4), new TransposedWindow(5))),
        Alone("OneOutput", [3, 2, 2], new(2, Activation.Tanh, new TransposedWindow(2, 1, 1), new TransposedWindow(2, 1, 1))),
        Alone("ManyChannels", [18, 3, 3], new(20, Activation.Sigmoid, new TransposedWindow(2, 2), new TransposedWindow(2, 2))),
        Alone("Signal", [3, 19], new(2, Activation.Tanh, new TransposedWindow(5, 3, 2, 1))),
        Alone("SignalGrouped", [4, 17], new(6, Activation.Sigmoid, new TransposedWindow(3, 2)) { Groups = 2 }),
        Alone("SignalLong", [2, 60], new(3, Activation.Tanh, new TransposedWindow(4, 2, 1))),
    ]));

    [Fact]
    public void BetweenLayers() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of(
            "ThereAndBack", [1, 8, 8],
            new Conv(3, Activation.ReLU, new ConvAxis(3, 2, 1), new ConvAxis(3, 2, 1)) { Truncate = true },
            new ConvTranspose(1, Activation.Sigmoid, new TransposedWindow(3, 2, 1, 1), new TransposedWindow(3, 2, 1, 1))).With(Loss.BinaryCrossEntropy),
        NetworkDeclaration.Of(
            "VectorToImage", [5],
            new Dense(12, Activation.Tanh), new Reshape(3, 2, 2), new ConvTranspose(4, Activation.ReLU, new TransposedWindow(2, 2), new TransposedWindow(2, 2)),
            new ConvTranspose(1, Activation.Identity, new TransposedWindow(3), new TransposedWindow(3))).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "ReadTwice", [2, 4, 4],
            new ConvTranspose(2, Activation.Tanh, new TransposedWindow(3, 1, 1), new TransposedWindow(3, 1, 1)) { Name = "First" },
            new ConvTranspose(2, Activation.Identity, new TransposedWindow(3, 1, 1), new TransposedWindow(3, 1, 1)) { Name = "Second" }, new Add("First") { Name = "Sum" },
            new ConvTranspose(3, Activation.ReLU, new TransposedWindow(1), new TransposedWindow(1)) { Name = "Other", From = "input" }, new Concat("Sum", "Second", "input"),
            new Flatten(), new Dense(2)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "Dropping", [2, 9], new Dropout(0.25), new ConvTranspose(2, Activation.ReLU, new TransposedWindow(3, 2)), new Dropout(0.5)).With(Loss.HalfSquaredError),
    ]));

    private static NetworkDeclaration Alone(string name, int[] input, ConvTranspose conv) => NetworkDeclaration.Of(name, input, conv).With(Loss.HalfSquaredError);
}
