using System;
using System.Collections.Generic;

namespace NetGen.Gpu.Tests.Support;

/// <summary>
/// A network that predicts and learns on accelerators, which must come to the same bits, so that the proof of a
/// network can be asked of it. What a GPU is not asked for, the gradient of the input and the outputs of training,
/// comes from a twin on the CPU; backward passes from other gradients there are none.
/// </summary>
internal sealed class OnDevices(INetwork<float> network, INetwork<float> twin, IReadOnlyList<IGpuNetwork> gpus) : INetwork<float>
{
    public NetworkDescription Description => network.Description;

    public ParameterLayout Layout => network.Layout;

    public ulong Seed => network.Seed;

    public Span<float> Parameters => network.Parameters;

    public ParameterLayout StatisticsLayout => network.StatisticsLayout;

    public Span<float> Statistics => network.Statistics;

    public Workspace<float> CreateWorkspace(int rows) => network.CreateWorkspace(rows);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int index = 0; index < gpus.Count; index++)
        {
            var predicted = new float[outputs.Length];
            Array.Fill(predicted, float.NaN);
            gpus[index].CopyFrom(network);
            gpus[index].Forward(inputs, predicted);
            Agree(predicted, outputs, "a prediction", index);
        }
    }

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace)
    {
        Twin().Forward(batch, outputs, workspace);
        if (Statistics.Length > 0 && !Description.Losses.IsEmpty)
        {
            // The averages do not depend on the targets.
            Learn(new Batch<float>(batch.Rows, batch.Inputs, new float[batch.Rows * Description.OutputSize], batch.Step), new float[Layout.Length]);
        }
        else
        {
            twin.Statistics.CopyTo(Statistics);
        }
    }

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        throw new NotSupportedException();

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default)
    {
        if (inputGradient.Length > 0)
        {
            Twin().Gradient(batch, new float[gradient.Length], workspace, inputGradient);
        }

        return Learn(batch, gradient);
    }

    public float Cost(in Batch<float> batch, Workspace<float> workspace) => throw new NotSupportedException();

    private float Learn(in Batch<float> batch, Span<float> gradient)
    {
        float[] before = Statistics.ToArray();
        float[] after = new float[before.Length];
        Span<float> cost = stackalloc float[1];
        for (int index = 0; index < gpus.Count; index++)
        {
            var learned = new float[gradient.Length];
            Array.Fill(learned, float.NaN);
            gpus[index].CopyFrom(network);
            gpus[index].Upload(batch);
            gpus[index].Gradient();
            gpus[index].CopyGradient(learned);
            Agree([gpus[index].Cost()], cost, "a cost", index);
            Agree(learned, gradient, "a gradient", index);
            gpus[index].CopyTo(network);
            Agree(Statistics, after, "the statistics", index);
            before.CopyTo(Statistics);
        }

        after.CopyTo(Statistics);
        return cost[0];
    }

    private INetwork<float> Twin()
    {
        Parameters.CopyTo(twin.Parameters);
        Statistics.CopyTo(twin.Statistics);
        return twin;
    }

    private static void Agree(ReadOnlySpan<float> numbers, Span<float> first, string what, int accelerator)
    {
        if (accelerator == 0)
        {
            numbers.CopyTo(first);
        }

        DifferentBits.Refuse(first, numbers, what, accelerator);
    }
}
