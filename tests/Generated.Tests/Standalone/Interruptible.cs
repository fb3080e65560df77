using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NetGen.Data;
using NetGen.Training;

namespace NetGen.Generated.Standalone;

internal static class Interruptible
{
    private const int Epochs = 400;
    private const int Rows = 150;

    /// <summary>Trains, saves after every epoch and says so; goes on where the file was left. At the end prints the hash of what was learned.</summary>
    /// <param name="checkpoint">The file.</param>
    /// <param name="paced">Whether to wait after every epoch for a line to read.</param>
    public static int Train(string checkpoint, bool paced)
    {
        float[] inputs = [.. Enumerable.Range(0, Rows * Unrolled.InputSize).Select(index => MathF.Sin(index * (index + 1)))];
        float[] targets = [.. Enumerable.Range(0, Rows * Unrolled.OutputSize).Select(index => MathF.Cos(index))];
        var examples = new Examples<float>(Rows, inputs, targets);
        var network = new Unrolled(seed: 5);
        var trainer = new Trainer<float>(network, examples, new Adam<float>(network.Parameters.Length), batchSize: 7);
        if (File.Exists(checkpoint))
        {
            trainer.Resume(checkpoint);
        }

        foreach (EpochReport _ in trainer.Run(Epochs))
        {
            trainer.Save(checkpoint);
            Console.WriteLine($"saved {trainer.Epoch}");
            if (paced)
            {
                Console.ReadLine();
            }
        }

        Console.WriteLine($"{Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters)))} after {trainer.Epoch} epochs, {trainer.Step} steps");
        return 0;
    }
}
