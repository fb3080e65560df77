using System;
using System.Collections.Generic;
using NetGen.Checking;

namespace NetGen.Gpu.Tests.Support;

/// <summary>
/// A network that predicts and learns on accelerators, so that the proof of a network can be asked of it. They must come
/// to the same predictions; gradients they take by turns. What a GPU is not asked for, <see cref="IsAnswered"/> tells.
/// </summary>
internal sealed class OnDevices(INetwork<float> network, IReadOnlyList<IGpuNetwork> gpus) : INetwork<float>
{
    private int learned;

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

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace) =>
        Learn(new Batch<float>(batch.Rows, batch.Inputs, new float[batch.Rows * Description.OutputSize], batch.Step), new float[Layout.Length]);

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        throw new NotSupportedException();

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) => Learn(batch, gradient);

    public float Cost(in Batch<float> batch, Workspace<float> workspace) => throw new NotSupportedException();

    /// <summary>Whether a GPU has a part in a claim: it gives neither the gradient of the input nor the outputs of training.</summary>
    public static bool IsAnswered(ProofFinding finding) =>
        !finding.Claim.StartsWith("input gradient", StringComparison.Ordinal) && !finding.Claim.StartsWith("training forward", StringComparison.Ordinal);

    private float Learn(in Batch<float> batch, Span<float> gradient)
    {
        IGpuNetwork gpu = gpus[learned++ % gpus.Count];
        gradient.Fill(float.NaN);
        gpu.CopyFrom(network);
        gpu.Upload(batch);
        gpu.Gradient();
        gpu.CopyGradient(gradient);
        gpu.CopyTo(network);
        return gpu.Cost();
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
