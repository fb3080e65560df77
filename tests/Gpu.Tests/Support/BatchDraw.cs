using System;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Gpu.Tests.Support;

/// <summary>A batch that a network's loss takes, from a seed.</summary>
internal sealed class BatchDraw
{
    private readonly float[] inputs, targets, weights;
    private readonly int[] labels;
    private readonly long step;

    /// <summary>Draws a batch.</summary>
    /// <param name="network">The network, with one loss.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="seed">The seed.</param>
    public BatchDraw(NetworkDescription network, int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        Rows = rows;
        step = (long)(seed % 5) << (int)(seed % 40);
        inputs = [.. random.Normals(rows * network.InputSize).Select(number => random.Below(8) == 0 ? 0 : number)];
        bool labelled = network.Loss == Loss.CrossEntropy && random.Chance(0.5);
        labels = [.. Enumerable.Range(0, labelled ? rows : 0).Select(_ => random.Below(network.OutputSize))];
        targets = labelled ? [] : [.. Enumerable.Range(0, rows).SelectMany(_ => Target(network, random))];
        weights = random.Chance(0.3) ? [.. Enumerable.Range(0, rows).Select(_ => random.Below(4) == 0 ? 0 : (float)(2 * random.Uniform()))] : [];
    }

    public int Rows { get; }

    public Batch<float> Batch => labels.Length > 0 ? new(inputs, labels, step) { Weights = weights } : new(Rows, inputs, targets, step) { Weights = weights };

    private static float[] Target(NetworkDescription network, SeededRandom random)
    {
        float[] target = random.Normals(network.OutputSize);
        switch (network.Loss)
        {
            case Loss.BinaryCrossEntropy:
                return [.. target.Select(_ => random.Chance(0.5) ? random.Below(2) : (float)random.Uniform())];
            case Loss.CrossEntropy or Loss.KullbackLeibler:
                Array.Clear(target);
                for (int quarter = 0; quarter < 4; quarter++)
                {
                    target[random.Below(target.Length)] += 0.25f;
                }

                return target;
            default:
                return target;
        }
    }
}
