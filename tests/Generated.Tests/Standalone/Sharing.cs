using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NetGen.Data;
using NetGen.Tests.Support;
using NetGen.Threading;
using NetGen.Training;

namespace NetGen.Generated.Standalone;

internal static class Sharing
{
    private const int Rows = 640;
    private const int Epochs = 5;

    /// <summary>Prints, for one, two and four threads, the hash of what a training learns and how long it took.</summary>
    public static int Print()
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores");
        foreach (int threads in (int[])[1, 2, 4])
        {
            Print(new Digits(seed: 3), threads);
            Print(new Wide(seed: 3), threads);
        }

        return 0;
    }

    private static void Print(INetwork<float> network, int threads)
    {
        using var workers = new Workers(threads);
        float[] inputs = [.. Enumerable.Range(0, Rows * network.Description.InputSize).Select(index => MathF.Sin(index))];
        network.Description.Fit<float>(inputs);
        var targets = new float[Rows * network.Description.OutputSize];
        for (int row = 0; row < Rows; row++)
        {
            targets[row * network.Description.OutputSize + row % network.Description.OutputSize] = 1;
        }

        var trainer = new Trainer<float>(network, new Examples<float>(Rows, inputs, targets), new Adam<float>(network.Layout.Length)) { Workers = workers };
        trainer.Run(1).Last();
        long start = Stopwatch.GetTimestamp();
        trainer.Run(Epochs).Last();
        double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds / (trainer.Step - trainer.Step / Epochs);
        Console.WriteLine($"{network.Description.Name} {Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters)))} with {threads} threads, {microseconds:F0} µs a step");
    }
}
