using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.Declared;

public sealed class ParameterTests
{
    [Fact]
    public void ViewsReadAndWriteCanonicalElements()
    {
        var network = new Plain();
        network.Hidden.Weights.CopyFrom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        network.Hidden.Bias.CopyFrom([0, 0, 0, -100]);
        network.Output.Weights.CopyFrom(new float[8]);
        network.Output.Weights[1, 2] = 2;
        network.Hidden.Bias[2] += 0.5f;

        Assert.Equal([4, 3], [.. network.Hidden.Weights.Shape]);
        Assert.Equal(6, network.Hidden.Weights[1, 2]);
        Assert.Equal(8, network.Hidden.Weights[7]);

        // h₂ = 7 + 2·8 + 3·9 + 0.5
        Assert.Equal([0, 101], network.Predict(1, 2, 3));
        var copy = new float[12];
        network.Hidden.Weights.CopyTo(copy);
        Assert.Equal(Enumerable.Range(1, 12).Select(number => (float)number), copy);
        Assert.Equal(copy, network.Get("Hidden.Weights"));
    }

    [Fact]
    public void LayersOfABlockHaveViewsOfTheirOwn()
    {
        var network = new Repeating();
        Assert.Equal([8, 8, 8], [network.Unit1_Dense1.Weights.Count, network.Unit2_Dense1.Weights.Count, network.Neck_Narrow.Weights.Count]);
        network.Unit2_Dense1.Weights[0, 1] = 7;

        Assert.Equal(7, network.Unit2_Dense1.Weights[0, 1]);
        Assert.NotEqual(7, network.Unit1_Dense1.Weights[0, 1]);
        Assert.Equal(
            ["Unit1_Dense1.Weights", "Unit1_Dense1.Bias", "Unit1_Narrow.Weights", "Unit1_Narrow.Bias"],
            Repeating.Layout.Tensors.Take(4).Select(tensor => tensor.Name));
        Assert.Equal(7, network.Get("Unit2_Dense1.Weights")[1]);
    }

    [Fact]
    public void ViewsRefuseWhatIsNotThere()
    {
        var network = new Plain();

        Assert.Throws<ArgumentOutOfRangeException>(() => network.Hidden.Weights[4, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Hidden.Weights[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Hidden.Bias[-1]);
        Assert.Throws<ArgumentException>(() => network.Hidden.Weights.CopyTo(new float[11]));
        Assert.Contains("Bias = false", Assert.Throws<InvalidOperationException>(() => network.Output.Bias).Message);
    }

    [Fact]
    public void ViewsOfConvolutionsTakeAnIndexForEveryAxis()
    {
        var network = new Filtered();
        Assert.Equal([4, 1, 3, 2], [.. network.Conv2D1.Weights.Shape]);
        Assert.Equal([4], [.. network.Conv2D1.Bias.Shape]);
        Assert.Equal([3, 4, 5], [.. network.Reading.Weights.Shape]);

        network.Conv2D1.Weights.CopyFrom([.. Enumerable.Range(0, 24).Select(index => (float)index)]);
        network.Reading.Weights.CopyFrom([.. Enumerable.Range(0, 60).Select(index => (float)index)]);
        Assert.Equal((((2 * 1) + 0) * 3 + 1) * 2 + 1, network.Conv2D1.Weights[2, 0, 1, 1]);
        Assert.Equal((1 * 4 + 2) * 5 + 3, network.Reading.Weights[1, 2, 3]);
        network.Reading.Weights[2, 3, 4] = -1;
        Assert.Equal(-1, network.Get("Reading.Weights")[^1]);

        Assert.Throws<ArgumentOutOfRangeException>(() => network.Conv2D1.Weights[4, 0, 0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Conv2D1.Weights[0, 1, 0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Conv2D1.Weights[0, 0, 0, -1]);
        Assert.Contains("[4, 1, 3, 2], so an element of it has 4 indices, not 2", Assert.Throws<ArgumentOutOfRangeException>(() => network.Conv2D1.Weights[0, 0]).Message);
        Assert.Contains("Bias = false", Assert.Throws<InvalidOperationException>(() => network.Reading.Bias).Message);
    }

    [Fact]
    public void ViewsOfRecurrentLayersAreOfBothDirections()
    {
        var network = new Recurrences();
        float[] weights = [.. Enumerable.Range(1, 16).Select(number => (float)number)];
        network.Both.InputWeights.CopyFrom(weights);
        network.Both.Reverse.StateWeights.CopyFrom([.. weights.Select(weight => -weight)]);
        network.Both.Reverse.StateBias[7] = 42;
        network.Last.StateWeights[8, 2] = 43;

        Assert.Equal([8, 2], [.. network.Both.InputWeights.Shape]);
        Assert.Equal(weights, network.Get("Both.InputWeights"));
        Assert.Equal([.. weights.Select(weight => -weight)], network.Get("Both.ReverseStateWeights"));
        Assert.Equal(42, network.Get("Both.ReverseStateBias")[7]);
        Assert.Equal(43, network.Get("Last.StateWeights")[26]);
        Assert.Equal([8], [.. network.Both.InputBias.Shape]);
        Assert.Contains("Bias = false", Assert.Throws<InvalidOperationException>(() => network.Last.InputBias).Message);
        Assert.Contains("Bidirectional", Assert.Throws<InvalidOperationException>(() => network.Last.Reverse).Message);
        Assert.Throws<InvalidOperationException>(() => network.Both.Reverse.Reverse);
    }

    [Fact]
    public void APredictionSeesTheOldParametersOrTheNewAndNeverAMixture()
    {
        const int Rows = 20;
        var network = new Classifier(1);
        float[] x = new SeededRandom(1).Normals(Rows * Classifier.InputSize);
        float[] first = network.Predict(x);
        float[] second = new Classifier(2).Predict(x);
        AlignedBuffer<float> spare = Copy(new Classifier(2));
        int mixed = 0;
        int seen = 0;
        using var stop = new CancellationTokenSource();

        Thread[] predicting =
        [
            .. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
            {
                while (!stop.IsCancellationRequested)
                {
                    float[] outputs = network.Predict(x);
                    bool isFirst = outputs.AsSpan().SequenceEqual(first);
                    bool isSecond = outputs.AsSpan().SequenceEqual(second);
                    Interlocked.Add(ref mixed, isFirst || isSecond ? 0 : 1);
                    Interlocked.Or(ref seen, (isFirst ? 1 : 0) | (isSecond ? 2 : 0));
                }
            })),
        ];
        Array.ForEach(predicting, thread => thread.Start());
        for (long end = Environment.TickCount64 + 500; Environment.TickCount64 < end || Volatile.Read(ref seen) != 3;)
        {
            spare = network.Exchange(spare);
            Thread.SpinWait(200);
        }

        stop.Cancel();
        Array.ForEach(predicting, thread => thread.Join());
        Assert.Equal(0, mixed);
        Assert.Equal(3, seen);
    }

    [Fact]
    public void PredictionsOnManyThreadsAreThoseOfOne()
    {
        var network = new Classifier();
        float[][] inputs = [.. Enumerable.Range(0, 64).Select(index => new SeededRandom((ulong)index).Normals((1 + (index % 9)) * Classifier.InputSize))];
        float[][] expected = [.. inputs.Select(input => network.Predict(input))];

        Parallel.For(0, 2000, index => Assert.Equal(expected[index % 64], network.Predict(inputs[index % 64])));
    }

    [Fact]
    public void ThreadsWithWorkspacesOfTheirOwnLearnTheSame()
    {
        var network = new Classifier();
        float[] x = new SeededRandom(3).Normals(13 * Classifier.InputSize);
        int[] labels = [.. Enumerable.Range(0, 13).Select(row => row % 5)];
        float[] expected = network.GradientOf(x, labels).Flat;

        Parallel.For(0, 200, _ => Assert.Equal(expected, network.GradientOf(x, labels).Flat));
    }

    private static AlignedBuffer<float> Copy(Classifier network)
    {
        var copy = new AlignedBuffer<float>(Classifier.Layout.Length);
        network.Parameters.CopyTo(copy.Span);
        return copy;
    }
}
