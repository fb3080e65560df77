using System;
using System.Linq;
using ILGPU;
using ILGPU.Runtime;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Members;

/// <summary>What a call gives depends on the call that it is said to depend on, and not on those between.</summary>
public sealed class CallOrderTests
{
    private const int Rows = 7;

    private static readonly (string Name, Action<Opened> Call)[] between =
    [
        ("Forward", Predict),
        ("ForwardOfViews", PredictViews),
        ("Upload", opened => opened.Gpu.Upload(new BatchDraw(opened.Description, Rows - 2, 8).Batch)),
        ("CopyFrom", opened => opened.Gpu.CopyFrom(opened.Network)),
        ("CopyTo", opened => opened.Gpu.CopyTo(opened.Network)),
        ("ResetAdam", opened => opened.Gpu.ResetAdam()),
        ("Synchronize", opened => opened.Gpu.Synchronize()),
        ("Cost", opened => opened.Gpu.Cost()),
    ];

    private static readonly (string Name, Action<IGpuNetwork> Call)[] steps =
        [("descent", gpu => gpu.TrainSgd(0.01f)), ("Adam", gpu => gpu.TrainAdam(0.01f, 0.9f, 0.99f, 1e-8f))];

    public static TheoryData<string> Networks => [.. Examples.All.Where(network => network.Loss is not null).Select(network => network.Name)];

    public static TheoryData<string> Steps => [.. steps.Select(step => step.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void APredictionLeavesTheUploadedBatch(string name)
    {
        using Opened opened = Open(name);
        Batch<float> batch = new BatchDraw(opened.Description, Rows, 3).Batch;
        opened.Gpu.Upload(batch);
        (float[] gradient, float cost) = Learn(opened);

        opened.Gpu.Upload(batch);
        Predict(opened);

        (float[] after, float costAfter) = Learn(opened);
        Assert.Equal(gradient, after);
        Assert.Equal(cost, costAfter);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void AGradientStaysUntilTheNext(string name)
    {
        using Opened opened = Open(name);
        opened.Gpu.Upload(new BatchDraw(opened.Description, Rows, 3).Batch);
        (float[] gradient, _) = Learn(opened);

        Assert.All(between, call =>
        {
            call.Call(opened);

            Assert.Equal(gradient, Gradient(opened));
        });
    }

    /// <summary>Of a gradient as of every step.</summary>
    [Theory]
    [MemberData(nameof(Networks))]
    public void ACostStaysUntilTheNext(string name)
    {
        using Opened opened = Open(name);
        foreach ((string step, Action<IGpuNetwork> learn) in steps.Append(("the gradient", gpu => gpu.Gradient())))
        {
            opened.Gpu.Upload(new BatchDraw(opened.Description, Rows, 3).Batch);
            learn(opened.Gpu);
            float cost = opened.Gpu.Cost();
            foreach ((string call, Action<Opened> come) in between)
            {
                come(opened);

                Assert.True(cost == opened.Gpu.Cost(), $"The cost of {step} is {cost:R}, and after {call} it is {opened.Gpu.Cost():R}.");
            }
        }
    }

    [Fact]
    public void NoGradientIsCopiedBeforeThereIsOne()
    {
        using Opened opened = Open(Examples.Perceptron.Name);
        opened.Gpu.Upload(new BatchDraw(opened.Description, Rows, 3).Batch);

        Assert.Contains("Gradient", Assert.Throws<InvalidOperationException>(() => Gradient(opened)).Message);
    }

    /// <summary>A step may write its parameters without the gradient's ever being whole.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public void NoGradientIsCopiedAfterAStep(string name)
    {
        using Opened opened = Open(Examples.Perceptron.Name);
        opened.Gpu.Upload(new BatchDraw(opened.Description, Rows, 3).Batch);
        (float[] gradient, _) = Learn(opened);
        steps.Single(step => step.Name == name).Call(opened.Gpu);

        Assert.Contains("Gradient", Assert.Throws<InvalidOperationException>(() => Gradient(opened)).Message);

        opened.Gpu.CopyFrom(opened.Network);
        Assert.Equal(gradient, Learn(opened).Gradient);
    }

    private static Opened Open(string name) => new(Examples.All.Single(network => network.Name == name));

    private static void Predict(Opened opened) => opened.Gpu.Forward(Others(opened, Rows + 1), new float[(Rows + 1) * opened.Description.OutputSize]);

    private static void PredictViews(Opened opened)
    {
        using var rows = new DeviceRows(opened.Accelerator);
        using MemoryBuffer1D<float, Stride1D.Dense> outputs = opened.Accelerator.Allocate1D<float>(Rows * opened.Description.OutputSize);
        opened.Gpu.Forward(rows.Place(Others(opened, Rows), opened.Description.InputSize, opened.Gpu.InputStride), outputs.View, Rows);
        opened.Gpu.Synchronize();
    }

    private static float[] Others(Opened opened, int rows) => new SeededRandom(4).Normals(rows * opened.Description.InputSize);

    private static (float[] Gradient, float Cost) Learn(Opened opened)
    {
        opened.Gpu.CopyFrom(opened.Network);
        opened.Gpu.Gradient();
        return (Gradient(opened), opened.Gpu.Cost());
    }

    private static float[] Gradient(Opened opened)
    {
        var gradient = new float[opened.Network.Layout.Length];
        opened.Gpu.CopyGradient(gradient);
        return gradient;
    }
}
