using System;
using System.Linq;
using System.Reflection;
using ILGPU.Execution;
using ILGPU.Runtime;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Members;

/// <summary>What does not fit is refused before anything is launched, and the message says what came.</summary>
public sealed class RefusalTests
{
    private const int MaximumRows = 8;

    // Of a regression from 3 to 2 numbers.
    private static readonly (string Name, string Said, Action<Opened, DeviceRows> Call)[] mistakes =
    [
        ("inputs are no whole rows", "7", (opened, _) => opened.Gpu.Forward(new float[7], new float[4])),
        ("no inputs", "0", (opened, _) => opened.Gpu.Forward([], [])),
        ("outputs of fewer rows", "5", (opened, _) => opened.Gpu.Forward(new float[9], new float[5])),
        ("no rows on the device", "0", (opened, rows) => opened.Gpu.Forward(rows.Place(new float[32]), rows.Place(new float[16]), 0)),
        ("more rows on the device than fit", "9", (opened, rows) => opened.Gpu.Forward(rows.Place(new float[36]), rows.Place(new float[18]), 9)),
        ("inputs on the device that end too early", "11", (opened, rows) => opened.Gpu.Forward(rows.Place(new float[11]), rows.Place(new float[6]), 3)),
        ("outputs on the device that end too early", "5", (opened, rows) => opened.Gpu.Forward(rows.Place(new float[12]), rows.Place(new float[5]), 3)),
        ("a batch of no rows", "0", (opened, _) => opened.Gpu.Upload(new Batch<float>(0, [], []))),
        ("a batch of more rows than fit", "9", (opened, _) => opened.Gpu.Upload(new Batch<float>(9, new float[27], new float[18]))),
        ("a batch with other inputs", "5", (opened, _) => opened.Gpu.Upload(new Batch<float>(2, new float[5], new float[4]))),
        ("a batch with other targets", "3", (opened, _) => opened.Gpu.Upload(new Batch<float>(2, new float[6], new float[3]))),
        ("labels where numbers are compared", "label", (opened, _) => opened.Gpu.Upload(new Batch<float>(new float[6], [0, 1]))),
        ("fewer weights than rows", "1", (opened, _) => opened.Gpu.Upload(new Batch<float>(2, new float[6], new float[4]) { Weights = new float[1] })),
        ("a negative weight", "-2", (opened, _) => opened.Gpu.Upload(new Batch<float>(2, new float[6], new float[4]) { Weights = (float[])[1, -2] })),
        ("a weight that is no number", "NaN", (opened, _) => opened.Gpu.Upload(new Batch<float>(2, new float[6], new float[4]) { Weights = (float[])[1, float.NaN] })),
        ("a batch on the device of no rows", "0", (opened, rows) => Learn(opened, rows, 12, 6, 0)),
        ("a batch on the device of more rows than fit", "9", (opened, rows) => Learn(opened, rows, 36, 18, 9)),
        ("inputs of a batch on the device that end too early", "11", (opened, rows) => Learn(opened, rows, 11, 6, 3)),
        ("targets on the device that end too early", "5", (opened, rows) => Learn(opened, rows, 12, 5, 3)),
        ("weights on the device that end too early", "2", (opened, rows) => Learn(opened, rows, 12, 6, 3, weights: 2)),
        ("a gradient of another length", "5", (opened, _) => opened.Gpu.CopyGradient(new float[5])),
        ("a batch that another has taken the place of", "replaced", (opened, _) =>
        {
            object first = Uploaded(opened).Batch;
            Uploaded(opened).Batch = first;
            opened.Gpu.Gradient();
        }),
        ("a batch of another network on the device", "another Gpu", (opened, _) =>
        {
            using var other = new Opened(Examples.Regression, MaximumRows);
            opened.Gpu.Batch = Uploaded(other).Batch;
            opened.Gpu.Gradient();
        }),
        ("descent with no number", "NaN", (opened, _) => Uploaded(opened).TrainSgd(float.NaN)),
        ("descent upwards", "-1", (opened, _) => Uploaded(opened).TrainSgd(-1)),
        ("infinite descent", "Infinity", (opened, _) => Uploaded(opened).TrainSgd(float.PositiveInfinity)),
        ("Adam with no number", "NaN", (opened, _) => Uploaded(opened).TrainAdam(float.NaN, 0.9f, 0.99f, 1e-8f)),
        ("Adam with all of the past", "1", (opened, _) => Uploaded(opened).TrainAdam(0.1f, 1, 0.99f, 1e-8f)),
        ("Adam with a negative past", "-0.5", (opened, _) => Uploaded(opened).TrainAdam(0.1f, 0.9f, -0.5f, 1e-8f)),
        ("Adam without ε", "0", (opened, _) => Uploaded(opened).TrainAdam(0.1f, 0.9f, 0.99f, 0)),
        ("no network to copy from", "network", (opened, _) => opened.Gpu.CopyFrom(null!)),
        ("no network to copy to", "network", (opened, _) => opened.Gpu.CopyTo(null!)),
    ];

    private static readonly (string Name, Action<Opened, float[]> Call)[] uses =
    [
        ("CopyFrom", (opened, _) => opened.Gpu.CopyFrom(opened.Network)), ("CopyTo", (opened, _) => opened.Gpu.CopyTo(opened.Network)), ("Forward", (opened, x) => opened.Gpu.Forward(x, x.AsSpan(0, 2))),
        ("ForwardOfViews", (opened, _) => opened.Gpu.Forward(default, default, 1)), ("Upload", (opened, x) => opened.Gpu.Upload(new Batch<float>(1, x, x.AsSpan(0, 2)))),
        ("Gradient", (opened, _) => opened.Gpu.Gradient()), ("CopyGradient", (opened, _) => opened.Gpu.CopyGradient(new float[opened.Network.Layout.Length])), ("Cost", (opened, _) => opened.Gpu.Cost()),
        ("TrainSgd", (opened, _) => opened.Gpu.TrainSgd(0.1f)), ("TrainAdam", (opened, _) => opened.Gpu.TrainAdam(0.1f, 0.9f, 0.99f, 1e-8f)), ("ResetAdam", (opened, _) => opened.Gpu.ResetAdam()),
        ("Synchronize", (opened, _) => opened.Gpu.Synchronize()),
    ];

    public static TheoryData<string> Mistakes => [.. mistakes.Select(mistake => mistake.Name)];

    public static TheoryData<string> Uses => [.. uses.Select(use => use.Name)];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void WhatDoesNotFitIsNamed(string name)
    {
        (_, string said, Action<Opened, DeviceRows> call) = mistakes.Single(mistake => mistake.Name == name);
        using var opened = new Opened(Examples.Regression, MaximumRows);
        using var rows = new DeviceRows(opened.Accelerator);
        Uploaded(opened).TrainAdam(0.1f, 0.9f, 0.99f, 1e-8f);
        float[] before = opened.State();
        long launches = opened.Accelerator.Launches;

        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(() => call(opened, rows));

        Assert.Contains(said, refused.Message);
        Assert.False(string.IsNullOrEmpty(refused.ParamName));
        Assert.Equal(launches, opened.Accelerator.Launches);
        Assert.Equal(before, opened.State());
        Uploaded(opened).TrainAdam(0.1f, 0.9f, 0.99f, 1e-8f);
        Assert.All(opened.State(), number => Assert.True(float.IsFinite(number)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void AClassThatIsNoneIsNamed(int label)
    {
        using var opened = new Opened(Examples.Perceptron);

        string message = Assert.ThrowsAny<ArgumentException>(() => opened.Gpu.Upload(new Batch<float>(new float[140], [3, label]))).Message;

        Assert.Contains($"The label of row 1 is {label}", message);
    }

    [Fact]
    public void OneRowOfAVectorHasNoVariance()
    {
        NetworkDeclaration normed = Examples.All.Single(network => network.Name == "Normed");
        using var opened = new Opened(normed);

        string message = Assert.ThrowsAny<ArgumentException>(() =>
        {
            opened.Gpu.Upload(new BatchDraw(opened.Description, 1, 1).Batch);
            opened.Gpu.Gradient();
        }).Message;

        Assert.Contains("BatchNorm1", message);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void ADisposedNetworkSaysSo(string name)
    {
        using var opened = new Opened(Examples.Regression, MaximumRows);
        Uploaded(opened);
        opened.Gpu.Dispose();

        Assert.Throws<ObjectDisposedException>(() => uses.Single(use => use.Name == name).Call(opened, new float[3]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void ANetworkForNoRowsIsRefused(int maximumRows)
    {
        using var opened = new Opened(Examples.Regression);

        string message = Assert.IsAssignableFrom<ArgumentOutOfRangeException>(Construct(opened, new Accelerator(WorkItemOrder.Forward), maximumRows)).Message;

        Assert.Contains($"{maximumRows}", message);
        Assert.Contains("maximumRows", message);
    }

    [Fact]
    public void NoAcceleratorIsRefusedByName()
    {
        using var opened = new Opened(Examples.Regression);

        Assert.Equal("accelerator", Assert.IsType<ArgumentNullException>(Construct(opened, null, 3)).ParamName);
    }

    private static Exception Construct(Opened opened, Accelerator? accelerator, int maximumRows) =>
        Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(opened.Type, accelerator, maximumRows, null)).InnerException!;

    private static IGpuNetwork Uploaded(Opened opened)
    {
        opened.Gpu.Upload(new Batch<float>(2, (float[])[1, 2, 3, 4, 5, 6], (float[])[1, 2, 3, 4]));
        return opened.Gpu;
    }

    private static void Learn(Opened opened, DeviceRows rows, int inputs, int targets, int count, int weights = 0)
    {
        opened.Gpu.Take(rows.Place(new float[inputs]), rows.Place(new float[targets]), count, 0, weights == 0 ? default : rows.Place(new float[weights]));
        opened.Gpu.Gradient();
    }
}
