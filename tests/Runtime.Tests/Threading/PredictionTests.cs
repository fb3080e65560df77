using System;
using System.Collections.Concurrent;
using System.Linq;
using NetGen.Threading;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Threading;

public sealed class PredictionTests
{
    private const int Inputs = 600;
    private const int Outputs = 700;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(31)]
    public void RowsAreDividedIntoRunsOfWhichNoneIsASingleRow(int rows)
    {
        foreach (int count in (int[])[1, 2, 3, 4, 7])
        {
            using var workers = new Workers(count);
            var network = new Noting();
            var inputs = new float[rows * Inputs];
            var outputs = new float[rows * Outputs];
            for (int row = 0; row < rows; row++)
            {
                inputs[row * Inputs] = row + 1;
            }

            network.Forward(inputs, outputs, workers);

            Assert.Equal(Enumerable.Range(1, rows).Select(row => (float)row), Enumerable.Range(0, rows).Select(row => outputs[row * Outputs]));
            Assert.Equal(rows, network.Runs.Sum());
            Assert.All(network.Runs, run => Assert.True(run > 1 || rows == 1, $"{rows} rows were divided into {string.Join(", ", network.Runs)}"));
            Assert.True(rows < 2 * count || network.Runs.Count == count, $"{rows} rows were divided into {string.Join(", ", network.Runs)}");
        }
    }

    [Fact]
    public void WithoutWorkersTheCallingThreadPredicts()
    {
        var network = new Noting();
        network.Forward(new float[9 * Inputs], new float[9 * Outputs], workers: null);

        Assert.Equal([9], network.Runs);
    }

    [Fact]
    public void ArgumentsAreCheckedAsWithoutWorkers()
    {
        using var workers = new Workers(2);
        var network = new Noting();

        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => network.Forward(new float[Inputs + 1], new float[Outputs], workers)).ParamName);
        Assert.Equal("outputs", Assert.Throws<ArgumentException>(() => network.Forward(new float[Inputs], new float[1], workers)).ParamName);
        Assert.Throws<ArgumentNullException>(() => ((INetwork<float>)null!).Forward([], [], workers));
    }

    /// <summary>A network of 420,700 parameters that copies the first input and notes how many rows come together.</summary>
    private sealed class Noting : INetwork<float>
    {
        public ConcurrentQueue<int> Runs { get; } = new();

        public NetworkDescription Description { get; } = Chain(Inputs, null, Dense(Outputs));

        public ParameterLayout Layout => ParameterLayout.Canonical(Description);

        public ulong Seed => 0;

        public Span<float> Parameters => throw new NotSupportedException();

        public Workspace<float> CreateWorkspace(int rows) => throw new NotSupportedException();

        public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
        {
            int rows = inputs.Length / Inputs;
            Runs.Enqueue(rows);
            for (int row = 0; row < rows; row++)
            {
                outputs[row * Outputs] = inputs[row * Inputs];
            }
        }

        public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace) => throw new NotSupportedException();

        public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) => throw new NotSupportedException();

        public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) => throw new NotSupportedException();

        public float Cost(in Batch<float> batch, Workspace<float> workspace) => throw new NotSupportedException();
    }
}
