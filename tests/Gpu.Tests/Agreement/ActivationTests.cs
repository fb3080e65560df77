using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Agreement;

public sealed class ActivationTests(ITestOutputHelper output)
{
    private static readonly int[] widths = [1, 3, 5, 13, 16, 17, 31, 32, 33, 64, 65, 100];

    /// <summary>Each by itself, behind a dense layer, and before one.</summary>
    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void EachOfOneElement(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from activation in ActivationKinds.Elementwise.Index()
        let width = widths[activation.Index % widths.Length]
        let other = widths[(activation.Index + 5) % widths.Length]
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Alone{activation.Item}", [width], new Activate(activation.Item), new Dense(3)),
            NetworkDeclaration.Of($"Between{activation.Item}", [5], new Dense(width, activation.Item), new Dense(other), new Activate(activation.Item)),
        ]
        select declaration.With(Loss.HalfSquaredError)));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void SlopesOfAnySize(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from activation in (Activation[])[Activation.LeakyReLU, Activation.ELU]
        from slope in (double[])[0.001, 0.5, activation == Activation.ELU ? 3 : 0]
        select NetworkDeclaration.Of(
            $"{activation}{(int)(1000 * slope)}", [7], new Dense(17, activation) { Slope = slope }, new Activate(activation) { Slope = slope }, new Dense(2)).With(Loss.HalfSquaredError)));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void EachOfAVector(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from index in Enumerable.Range(0, widths.Length)
        let width = widths[index]
        from activation in ActivationKinds.OfVectors
        from alone in index % 2 == (activation == Activation.Softmax ? 0 : 1) ? (bool[])[true, false] : [false]
        let layers = alone ? (LayerDeclaration[])[new Dense(4), new Dense(width), new Activate(activation)] : [new Dense(width, activation)]
        let declaration = NetworkDeclaration.Of($"{activation}{width}{(alone ? "Alone" : "")}", [6], layers)
        select width == 1 || alone ? declaration : declaration.With(width % 2 == 0 ? Loss.CrossEntropy : Loss.KullbackLeibler)));
}
