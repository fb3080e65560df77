using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using NetGen.Checking;
using NetGen.Tests.Support;
using NetGen.Threading;
using NetGen.Training;

namespace NetGen.Generated.Standalone;

internal static class Proofs
{
    private const int Steps = 3;
    private const int Threads = 4;

    // Enough for every region of the larger networks to be divided.
    private const int Rows = 1200;

    /// <summary>Prints for every network the hash of what it learns.</summary>
    public static int PrintHashes(INetwork<float>[] networks)
    {
        foreach (INetwork<float> network in networks)
        {
            Console.WriteLine($"{network.Description.Name} {Learned(network, null)}");
        }

        return 0;
    }

    /// <summary>Prints the width of vectors, then for every network whether it learns the same with several threads, and its proof.</summary>
    public static int Print(INetwork<float>[] networks)
    {
        Console.WriteLine($"width {Vector<float>.Count} {(IsFused ? "with" : "without")} FMA, {(Vector512.IsHardwareAccelerated ? "with" : "without")} Vector512");
        using var workers = new Workers(Threads);
        int failed = 0;
        foreach (INetwork<float> network in networks)
        {
            float[] parameters = network.Parameters.ToArray();
            string alone = Learned(network, null);
            parameters.CopyTo(network.Parameters);
            string together = Learned(network, workers);
            Console.WriteLine($"{Threads} threads {(together == alone ? "the same" : $"{together}, which differs")}");
            failed += together == alone ? 0 : 1;
            NetworkProof proof = NetworkProof.Of(network);
            Console.WriteLine(proof);
            failed += proof.Passed ? 0 : 1;
        }

        return failed;
    }

    /// <summary>Whether multiply-add has one rounding here: of (1 + 2⁻¹²)² = 1 + 2⁻¹¹ + 2⁻²⁴ the second one takes the last term away.</summary>
    private static bool IsFused => Vector.MultiplyAddEstimate(Vector.Create(1f + 1f / 4096), Vector.Create(1f + 1f / 4096), Vector.Create(-1f - 1f / 2048))[0] != 0;

    /// <summary>The hash of all parameters after some steps of Adam.</summary>
    private static string Learned(INetwork<float> network, Workers? workers)
    {
        var inputs = new float[Rows * network.Description.InputSize];
        var targets = new float[Rows * network.Description.OutputSize];
        for (int index = 0; index < inputs.Length; index++)
        {
            inputs[index] = (index * 37 % 101 - 50) / 50f;
        }

        network.Description.Fit<float>(inputs);

        for (int row = 0; row < Rows; row++)
        {
            targets[row * network.Description.OutputSize + row % network.Description.OutputSize] = 1;
        }

        Workspace<float> workspace = network.CreateWorkspace(Rows);
        var gradient = new float[network.Layout.Length];
        workspace.Workers = workers;
        var adam = new Adam<float>(network.Layout.Length);
        for (int step = 0; step < Steps; step++)
        {
            network.Gradient(new Batch<float>(Rows, inputs, targets, step), gradient, workspace);
            adam.Step(network.Parameters, gradient, workers);
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters)));
    }
}
