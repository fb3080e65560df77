using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Checking;
using NetGen.Data;
using NetGen.Differentiation;
using NetGen.Evaluation;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>What NetGen says and proves does not depend on the culture of the thread.</summary>
public sealed class CultureTests
{
    private static readonly (string Name, Action Call)[] Refusals =
    [
        ("label", () => Classifier().Gradient(new Batch<double>([1, 2], [-1]), new double[9], Classifier().CreateWorkspace(1))),
        ("batch of -2 rows", () => Classifier().Cost(new Batch<double>(-2, [1, 2], [1, 2, 3]), Classifier().CreateWorkspace(1))),
        ("rows of a workspace", () => Classifier().CreateWorkspace(-3)),
        ("workspace", () => new Workspace<float>(-1, 0, 1)),
        ("step", () => Classifier().Backward(new Batch<double>(1, [1, 2], default, step: -7), new double[3], new double[9], Classifier().CreateWorkspace(1))),
        ("buffer", () => new AlignedBuffer<float>(-1)),
        ("units", () => Chain(2, null, Dense(-4))),
        ("scale", () => Chain(2, null, Dense(1, initializer: Initializer.Normal, scale: -1.5))),
        ("slope", () => Chain(2, null, Activate(Activation.LeakyReLU, -0.25))),
        ("rate", () => Chain(2, null, new DropoutDescription("", [], -0.5))),
        ("reshape", () => Chain(2, null, new ReshapeDescription("", [], [-1, -2]))),
        ("axis", () => new NetworkDescription("N", [2], [new ConcatDescription("C", [0, 0], -1)])),
        ("node", () => new NetworkDescription("N", [2], [new ActivateDescription("A", [-1], Activation.Tanh)])),
        ("view", () => _ = new ParameterView(new AlignedBuffer<float>(4), ParameterTensor.Canonical("B", 1, [2], 0, 4))[-1]),
        ("rate of SGD", () => _ = new Sgd<double>(-0.5)),
        ("offset", () => new Adam<double>(4).Update(-1, new double[1], new double[1])),
        ("length of Adam", () => _ = new Adam<double>(-1)),
        ("β of Adam", () => _ = new Adam<double>(1, beta1: -0.5)),
        ("ε of Adam", () => _ = new Adam<double>(1, epsilon: -0.5)),
        ("steps of Adam", () => new Adam<double>(1).Steps = -1),
        ("rows of a proof", () => NetworkProof.Of(new HandWritten(), rows: -1)),
        ("steps of a proof", () => NetworkProof.Of(new HandWritten(), steps: -1)),
        ("ε of a gradient check", () => GradientCheck.Of(Classifier(), new Batch<double>([1, 2], [1]), -0.5)),
        ("bound", () => _ = new Bounded(1, -0.5)),
        ("class", () => _ = new ConfusionMatrix(2)[0, -1]),
        ("row", () => new Examples<double>(2, new double[2], new double[2]).Select([-1])),
        ("milestone", () => Schedules.MultiStep(1, 0.5, -1)),
        ("deviation", () => _ = new Standardization([0], [-0.5])),
    ];

    public static IEnumerable<object[]> Names => Refusals.Select(refusal => new object[] { refusal.Name });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_is_the_same_in_every_culture(string name)
    {
        Action call = Refusals.Single(refusal => refusal.Name == name).Call;
        string expected = Assert.ThrowsAny<Exception>(call).Message;
        using HostileCulture hostile = new();
        string said = Assert.ThrowsAny<Exception>(call).Message;
        Assert.Contains("-", expected);
        Assert.Equal(expected, said);
    }

    [Fact]
    public void A_correct_network_is_proved_in_every_culture()
    {
        using HostileCulture hostile = new();
        NetworkProof written = NetworkProof.Of(new HandWritten());
        Assert.True(written.Passed, written.ToString());
        foreach (NetworkDescription description in Descriptions.All)
        {
            NetworkProof proof = NetworkProof.Of(new ReferenceNetwork<float>(description, seed: 3), parts: ProofParts.All & ~ProofParts.Allocation);
            Assert.True(proof.Passed, proof.ToString());
        }
    }

    [Fact]
    public void A_report_is_the_same_in_every_culture()
    {
        string Report() => NetworkProof.Of(new HandWritten(Fault.SlightlyWrongGradient)).ToString();
        string expected = Report();
        using HostileCulture hostile = new();
        Assert.Equal(expected, Report());
    }

    [Fact]
    public void Descriptions_print_themselves_the_same_in_every_culture()
    {
        NetworkDescription network = Descriptions.All.Single(description => description.Name == "Residual");
        string[] Texts() =>
        [
            .. Descriptions.All.Select(description => description.ToString()),
            .. network.Layers.Select(layer => layer.ToString()),
            new Conv1DDescription("C", [-1], -2, new SlidingWindow(-3, -4, -5, -6, -7), Scale: -0.5).ToString(),
            new ConvTranspose1DDescription("C", [-1], -2, new TransposedWindow(-3, -4, -5, -6, -7), Scale: -0.5).ToString(),
            new Conv2DDescription("C", [-1], -2, new SlidingWindow(-3), new SlidingWindow(-3, -4), -5).ToString(),
            new DenseDescription("D", [-1], -2, Initializer: Initializer.Constant, Scale: -0.5).ToString(),
            new ConcatDescription("C", [0, 1], -1).ToString(),
            new ReshapeDescription("R", [0], [-3, 4]).ToString(),
            new Dual<Real<double>>(-0.5, -1).ToString()!,
            new Real<double>(-0.5).ToString()!,
        ];
        string[] expected = Texts();
        using HostileCulture hostile = new();
        Assert.Equal(expected, Texts());
    }

    [Fact]
    public void A_layer_prints_its_inputs_and_its_shape() => Assert.Equal(
        "ReshapeDescription { Name = R, Inputs = [0], Shape = [3, 4] }", new ReshapeDescription("R", [0], [3, 4]).ToString());

    private static ReferenceNetwork<double> Classifier() => new(Chain(2, Loss.CrossEntropy, Dense(3), Activate(Activation.Softmax)));
}
