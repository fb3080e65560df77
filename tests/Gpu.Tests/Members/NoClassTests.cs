using System;
using System.Linq;
using ILGPU;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Members;

/// <summary>A label on the device that is no class, which nobody checks there, makes its row count nothing, as the weight 0 does.</summary>
public sealed class NoClassTests
{
    private const int Rows = 7, Wrong = 2;

    private static readonly NetworkDeclaration[] networks =
    [
        .. from classes in (int[])[3, 40]
           from activation in ActivationKinds.OfVectors
           from smoothing in (double[])[0, 0.1]
           from weighted in (bool[])[false, true]
           select NetworkDeclaration.Of($"{activation}{classes}{(smoothing > 0 ? "Smoothed" : "")}{(weighted ? "Weighted" : "")}", [6], new Dense(classes, activation)).With(
               Loss.CrossEntropy, weighted ? Reduction.Mean : Reduction.Sum,
               new() { LabelSmoothing = smoothing, ClassWeights = weighted ? [.. Enumerable.Range(0, classes).Select(index => 1 + index / 4.0)] : [] }),
    ];

    private static readonly Lazy<GpuNetworks> compiled = new(() => GpuCompiler.Compile(networks));

    public static TheoryData<string> Networks => [.. networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void ItsRowCountsNothing(string name)
    {
        using var opened = new Opened(networks.Single(network => network.Name == name), compiled.Value);
        using var rows = new DeviceRows(opened.Accelerator);
        int classes = opened.Description.OutputSize;
        var random = new SeededRandom(1);
        ArrayView<float> inputs = rows.Place(random.Normals(Rows * opened.Description.InputSize), opened.Description.InputSize, opened.Gpu.InputStride);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Below(classes))];
        float[] ones = [.. Enumerable.Repeat(1f, Rows)];
        (float[] gradient, float cost) = Learn(opened, inputs, rows.Place(labels), rows.Place([.. ones.Select((one, row) => row == Wrong ? 0 : one)]));
        Assert.True(float.IsFinite(cost) && cost != 0);

        foreach (int label in (int[])[-1, classes, classes + 1, int.MaxValue, int.MinValue])
        {
            ArrayView<int> none = rows.Place([.. labels.Select((right, row) => row == Wrong ? label : right)]);
            foreach (ArrayView<float> weights in (ArrayView<float>[])[default, rows.Place(ones)])
            {
                (float[] found, float costFound) = Learn(opened, inputs, none, weights);
                Assert.True(cost == costFound, $"The label {label} of {classes} classes makes the cost {costFound:R}; expected {cost:R}.");
                Assert.Equal(gradient, found);
            }
        }
    }

    private static (float[] Gradient, float Cost) Learn(Opened opened, ArrayView<float> inputs, ArrayView<int> labels, ArrayView<float> weights)
    {
        var gradient = new float[opened.Network.Layout.Length];
        opened.Gpu.Take(inputs, labels, Rows, 0, weights);
        opened.Gpu.Gradient();
        opened.Gpu.CopyGradient(gradient);
        return (gradient, opened.Gpu.Cost());
    }
}
