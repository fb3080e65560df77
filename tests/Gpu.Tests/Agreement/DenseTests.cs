using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Agreement;

public sealed class DenseTests(ITestOutputHelper output)
{
    private static readonly int[] widths = [1, 3, 5, 13, 16, 17, 31, 32, 33, 64, 65, 100];

    private static readonly Loss[] errors = [Loss.HalfSquaredError, Loss.MeanSquaredError, Loss.AbsoluteError, Loss.Huber];

    /// <summary>Every width meets three others as input and as output, among them its own and one next to it.</summary>
    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void InputsMeetUnits(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from index in Enumerable.Range(0, widths.Length)
        from apart in (int[])[0, 1, 6]
        let units = widths[(index + apart) % widths.Length]
        select NetworkDeclaration.Of(
            $"Dense{widths[index]}To{units}", [widths[index]],
            new Dense(units, ActivationKinds.Elementwise[(index + apart) % ActivationKinds.Elementwise.Count]) { Bias = (index + apart) % 3 != 0 })
            .With(errors[(index + apart) % errors.Length], (index + apart) % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    /// <summary>Hidden layers on both sides of the width from which on one is not narrow.</summary>
    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void LayersMeetLayers(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from index in Enumerable.Range(0, widths.Length)
        let second = widths[(index * 5 + 4) % widths.Length]
        let last = widths[(index * 7 + 2) % widths.Length]
        select NetworkDeclaration.Of(
            $"Hidden{widths[index]}Then{second}", [widths[^(index + 1)]],
            new Dense(widths[index], Activation.Tanh) { Bias = index % 4 != 0 }, new Dense(second, Activation.Sigmoid), new Dense(last) { Bias = index % 4 != 1 })
            .With(Loss.MeanSquaredError)));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void ManyLayersInARow(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from width in (int[])[2, 16, 40]
        select NetworkDeclaration.Of(
            $"Deep{width}", [width], [.. Enumerable.Repeat<LayerDeclaration>(new Dense(width, Activation.SiLU) { Initializer = Initializer.Scaled, Scale = 0.7 }, 6), new Dense(3, Activation.Softmax)])
            .With(Loss.CrossEntropy)));
}
