using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using NetGen.Checking;
using NetGen.Training;

namespace NetGen.Generated.Standalone;

internal static class Proofs
{
    private const int Steps = 10;

    /// <summary>Prints the width of vectors, then for every network the hash of what it learns, and its proof.</summary>
    public static int Print(INetwork<float>[] networks)
    {
        Console.WriteLine($"width {Vector<float>.Count} {(Vector512.IsHardwareAccelerated ? "with" : "without")} Vector512");
        int failed = 0;
        foreach (INetwork<float> network in networks)
        {
            Console.WriteLine($"hash {network.Description.Name} {Learned(network)}");
            NetworkProof proof = NetworkProof.Of(network);
            Console.WriteLine(proof);
            failed += proof.Passed ? 0 : 1;
        }

        return failed;
    }

    /// <summary>The hash of all parameters after some steps of Adam.</summary>
    private static string Learned(INetwork<float> network)
    {
        const int Rows = 13;
        var inputs = new float[Rows * network.Description.InputSize];
        var targets = new float[Rows * network.Description.OutputSize];
        for (int index = 0; index < inputs.Length; index++)
        {
            inputs[index] = (index * 37 % 101 - 50) / 50f;
        }

        for (int row = 0; row < Rows; row++)
        {
            targets[row * network.Description.OutputSize + row % network.Description.OutputSize] = 1;
        }

        Workspace<float> workspace = network.CreateWorkspace(Rows);
        var gradient = new float[network.Layout.Length];
        var adam = new Adam<float>(network.Layout.Length);
        for (int step = 0; step < Steps; step++)
        {
            network.Gradient(new Batch<float>(Rows, inputs, targets, step), gradient, workspace);
            adam.Step(network.Parameters, gradient);
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters)));
    }
}
