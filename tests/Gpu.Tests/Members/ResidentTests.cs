using System.Linq;
using ILGPU;
using ILGPU.Runtime;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Members;

/// <summary>Rows that are on the device already are worth as much as those that are brought there.</summary>
public sealed class ResidentTests
{
    private const int Rows = 7;

    public static TheoryData<string> Networks => [.. Examples.All.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void PredictionsAreTheSame(string name)
    {
        using var opened = new Opened(Named(name));
        var batch = new BatchDraw(opened.Description, Rows, 3);
        float[] expected = new float[Rows * opened.Description.OutputSize];
        opened.Gpu.Forward(batch.Batch.Inputs, expected);
        using var rows = new DeviceRows(opened.Accelerator);
        using MemoryBuffer1D<float, Stride1D.Dense> outputs = opened.Accelerator.Allocate1D<float>(expected.Length);

        opened.Gpu.Forward(rows.Place(batch.Batch.Inputs, opened.Description.InputSize, opened.Gpu.InputStride), outputs.View, Rows);
        Assert.Equal(float.NaN, outputs.View.BaseView[0]);
        opened.Gpu.Synchronize();

        Assert.Equal(expected, rows.Read(outputs.View));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void GradientsAreTheSame(string name)
    {
        using var opened = new Opened(Named(name));
        if (opened.Description.Losses.IsEmpty)
        {
            return;
        }

        using var rows = new DeviceRows(opened.Accelerator);
        foreach (ulong seed in Enumerable.Range(1, 6).Select(seed => (ulong)seed))
        {
            Batch<float> batch = new BatchDraw(opened.Description, Rows, seed).Batch;
            opened.Gpu.Upload(batch);
            float[] expected = Gradient(opened);
            float cost = opened.Gpu.Cost();

            ArrayView<float> inputs = rows.Place(batch.Inputs, opened.Description.InputSize, opened.Gpu.InputStride), weights = batch.Weights.IsEmpty ? default : rows.Place(batch.Weights);
            if (batch.Labels.IsEmpty)
            {
                opened.Gpu.Take(inputs, rows.Place(batch.Targets), Rows, batch.Step, weights);
            }
            else
            {
                opened.Gpu.Take(inputs, rows.Place(batch.Labels), Rows, batch.Step, weights);
            }

            Assert.Equal(expected, Gradient(opened));
            Assert.Equal(cost, opened.Gpu.Cost());
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void ManyRowsArePredictedInPieces(string name)
    {
        const int Many = 21;
        using var few = new Opened(Named(name), maximumRows: 8);
        using var many = new Opened(Named(name), maximumRows: Many);
        float[] inputs = new SeededRandom(1).Normals(Many * few.Description.InputSize), expected = new float[Many * few.Description.OutputSize], predicted = new float[expected.Length];

        many.Gpu.Forward(inputs, expected);
        few.Gpu.Forward(inputs, predicted);

        Assert.Equal((8, Many), (few.Gpu.MaximumRows, many.Gpu.MaximumRows));
        Assert.Equal(expected, predicted);
    }

    private static NetworkDeclaration Named(string name) => Examples.All.Single(network => network.Name == name);

    private static float[] Gradient(Opened opened)
    {
        float[] gradient = new float[opened.Network.Layout.Length];
        opened.Gpu.CopyFrom(opened.Network);
        opened.Gpu.Gradient();
        opened.Gpu.CopyGradient(gradient);
        return gradient;
    }
}
