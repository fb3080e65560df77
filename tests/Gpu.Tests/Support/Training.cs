using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Some steps of training on accelerators: each against the reference on the first, and all in one go to the same bits on every one.</summary>
internal static class Training
{
    private const int Steps = 3;

    /// <summary>What is wrong, or null.</summary>
    /// <param name="networks">The compiled networks.</param>
    /// <param name="name">The name of one of them, which has a loss.</param>
    /// <param name="gpus">It on accelerators that must come to the same bits.</param>
    /// <param name="batches">The batches.</param>
    public static string? Failure(GpuNetworks networks, string name, IReadOnlyList<IGpuNetwork> gpus, IReadOnlyList<BatchDraw> batches)
    {
        const ulong Seed = 11;
        foreach (bool adam in (bool[])[false, true])
        {
            INetwork<float> start = networks.Create(name, Seed);
            if ((Stepwise(new Update(adam, start.Layout.Length), gpus[0], start, batches) ?? Padding(start, start.Parameters, "the parameters")) is string failure)
            {
                return failure;
            }

            float[] trained = State(start);
            foreach ((int index, IGpuNetwork gpu) in gpus.Index())
            {
                INetwork<float> other = networks.Create(name, Seed);
                Whole(new Update(adam, start.Layout.Length), gpu, other, batches);
                DifferentBits.Refuse(trained, State(other), $"{Steps} steps of {(adam ? "Adam" : "gradient descent")} without a pause", index);
            }
        }

        return null;
    }

    /// <summary>Every step by itself; the network has what is learned at the end.</summary>
    private static string? Stepwise(Update update, IGpuNetwork gpu, INetwork<float> network, IReadOnlyList<BatchDraw> batches)
    {
        gpu.ResetAdam();
        gpu.CopyFrom(network);
        for (int step = 0; step < Steps; step++)
        {
            Batch<float> batch = batches[step % batches.Count].Batch;
            float[] before = network.Parameters.ToArray(), statistics = network.Statistics.ToArray();
            float[] gradient = new float[before.Length];
            gpu.Upload(batch);
            gpu.Gradient();
            gpu.CopyGradient(gradient);
            float cost = gpu.Cost();
            gpu.CopyTo(network);
            float[] moved = network.Statistics.ToArray();
            DifferentBits.Refuse(before, network.Parameters, "the parameters after a gradient", 0);

            // Back to the averages before, which the gradient moved too. The moments stay.
            statistics.CopyTo(network.Statistics);
            gpu.CopyFrom(network);
            update.Take(gpu);
            DifferentBits.Refuse([cost], [gpu.Cost()], "the cost of the gradient and that of the step", 0);
            gpu.CopyTo(network);
            DifferentBits.Refuse(moved, network.Statistics, "the statistics after the gradient and after the step", 0);
            if ((Padding(network, gradient, "the gradient") ?? update.Failure(before, gradient, network.Parameters)) is string failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>All steps one after another, and nobody looks.</summary>
    private static void Whole(Update update, IGpuNetwork gpu, INetwork<float> network, IReadOnlyList<BatchDraw> batches)
    {
        gpu.ResetAdam();
        gpu.CopyFrom(network);
        for (int step = 0; step < Steps; step++)
        {
            gpu.Upload(batches[step % batches.Count].Batch);
            update.Take(gpu);
        }

        gpu.CopyTo(network);
    }

    private static float[] State(INetwork<float> network) => [.. network.Parameters, .. network.Statistics];

    private static string? Padding(INetwork<float> network, ReadOnlySpan<float> buffer, string what)
    {
        var padding = new HashSet<int>(Enumerable.Range(0, buffer.Length));
        padding.ExceptWith(network.Layout.Tensors.SelectMany(tensor => Enumerable.Range(0, tensor.Count).Select(tensor.Position)));
        foreach (int place in padding)
        {
            if (BitConverter.SingleToUInt32Bits(buffer[place]) != 0)
            {
                return $"The padding at {place} of {what} is {buffer[place]:R} and not 0.";
            }
        }

        return null;
    }
}
