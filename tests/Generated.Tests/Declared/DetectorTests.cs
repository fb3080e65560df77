using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Generated.Tests.Support;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Generated.Tests.Declared;

/// <summary>A network of two inputs, a repeated residual block and two outputs, as its user sees it.</summary>
[Trait("Mathematics", "L3")]
public sealed class DetectorTests
{
    [Fact]
    public void ItsPartsLieOneAfterAnother()
    {
        Assert.Equal((67, 5), (Detector.InputSize, Detector.OutputSize));
        Assert.Equal((0, 3, 3, 64), (Detector.TableOffset, Detector.TableSize, Detector.ImageOffset, Detector.ImageSize));
        Assert.Equal((0, 3, 3, 2), (Detector.ClassOffset, Detector.ClassSize, Detector.BoxOffset, Detector.BoxSize));
        Assert.Equal([new LossDescription(Loss.CrossEntropy, 25), new LossDescription(Loss.MeanSquaredError, 26, 0.5)], Detector.Description.Losses.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(500)]
    public void PartsPredictWhatWholeRowsDo(int rows)
    {
        var network = new Detector();
        float[] inputs = new SeededRandom(5).Normals(rows * Detector.InputSize);
        float[] outputs = new float[rows * Detector.OutputSize];
        network.Forward(inputs, outputs);
        float[] table = Part(inputs, Detector.InputSize, Detector.TableOffset, Detector.TableSize);
        float[] image = Part(inputs, Detector.InputSize, Detector.ImageOffset, Detector.ImageSize);
        float[] classes = new float[rows * Detector.ClassSize];
        float[] boxes = new float[rows * Detector.BoxSize];

        network.Predict(table, image, classes, boxes);

        Assert.Equal(Part(outputs, Detector.OutputSize, Detector.ClassOffset, Detector.ClassSize), classes);
        Assert.Equal(Part(outputs, Detector.OutputSize, Detector.BoxOffset, Detector.BoxSize), boxes);
        Assert.Equal(0, Allocated.Bytes(() => network.Predict(table, image, classes, boxes)));
    }

    [Fact]
    public void PartsThatDoNotFitAreRefusedInWords()
    {
        var network = new Detector();

        Assert.Contains("table has 4 numbers; expected 3 for each row", Assert.Throws<ArgumentException>(() => network.Predict(new float[4], new float[64], new float[3], new float[2])).Message);
        Assert.Contains("image has 64 numbers; expected 128: 64 for each of 2 rows", Assert.Throws<ArgumentException>(() => network.Predict(new float[6], new float[64], new float[6], new float[4])).Message);
        Assert.Contains("box has 3 numbers; expected 2", Assert.Throws<ArgumentException>(() => network.Predict(new float[3], new float[64], new float[3], new float[3])).Message);
        Assert.Contains("several losses", Assert.Throws<ArgumentException>(() => network.GradientOf(new float[Detector.InputSize], [1])).Message);
    }

    [Fact]
    public void InputsMayBeCalledAsTheOutputsAre()
    {
        var network = new Awkward();
        float[] whole = new float[1];
        float[] joined = new float[1];
        network.Forward([1, 2, 3, 4, 5, 6], whole);
        network.Predict([1, 2], [3, 4, 5], [6], joined);
        Assert.Equal(whole, joined);
    }

    [Fact]
    public void ItIsProved()
    {
        NetworkProof proof = NetworkProof.Of(new Detector());
        Assert.True(proof.Passed, proof.ToString());
    }

    [Fact]
    public void BothLossesFall()
    {
        const int Rows = 96;
        var network = new Detector();
        var random = new SeededRandom(11);
        float[] inputs = random.Normals(Rows * Detector.InputSize);
        float[] targets = new float[Rows * Detector.OutputSize];
        for (int row = 0; row < Rows; row++)
        {
            // The class is the largest of the table; the box is told by the table and the image.
            Span<float> x = inputs.AsSpan(row * Detector.InputSize, Detector.InputSize);
            Span<float> y = targets.AsSpan(row * Detector.OutputSize, Detector.OutputSize);
            y[x[0] > x[1] && x[0] > x[2] ? 0 : x[1] > x[2] ? 1 : 2] = 1;
            y[Detector.BoxOffset] = x[Detector.ImageOffset] / 2;
            y[Detector.BoxOffset + 1] = x[1] / 2;
        }

        (double first, double second) before = Losses();
        var adam = new Adam<float>(Detector.Layout.Length, 0.01);
        Workspace<float> workspace = network.CreateWorkspace(Rows);
        float[] gradient = new float[Detector.Layout.Length];
        for (int step = 0; step < 200; step++)
        {
            network.Gradient(new Batch<float>(Rows, inputs, targets, step), gradient, workspace);
            adam.Step(network.Parameters, gradient);
        }

        (double first, double second) after = Losses();
        Assert.True(after.first < before.first / 4, $"cross-entropy {before.first:F3} → {after.first:F3}");
        Assert.True(after.second < before.second / 4, $"squared error {before.second:F3} → {after.second:F3}");
        Assert.Equal(after.first + (0.5 * after.second), network.Cost(new Batch<float>(Rows, inputs, targets), workspace), 1e-5);

        (double First, double Second) Losses()
        {
            float[] outputs = new float[Rows * Detector.OutputSize];
            network.Forward(inputs, outputs);
            double cross = 0;
            double squared = 0;
            for (int index = 0; index < outputs.Length; index++)
            {
                if (index % Detector.OutputSize < Detector.BoxOffset)
                {
                    cross -= targets[index] == 1 ? Math.Log(outputs[index]) : 0;
                }
                else
                {
                    squared += Math.Pow(outputs[index] - targets[index], 2) / Detector.BoxSize;
                }
            }

            return (cross / Rows, squared / Rows);
        }
    }

    private static float[] Part(float[] rows, int size, int offset, int length) =>
        [.. rows.Chunk(size).SelectMany(row => row.Skip(offset).Take(length))];
}
