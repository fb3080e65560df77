using System;
using System.Diagnostics;
using System.Globalization;
using NetGen.Training;

namespace NetGen.Generated.Standalone;

internal static class Steps
{
    private const int Rows = 64;
    private const int Count = 10;

    /// <summary>Prints how long each of the first steps of a process takes, then what the JIT made of the methods that ran.</summary>
    public static int Print()
    {
        using var journal = new JitJournal();
        INetwork<float> network = new Deep();
        var inputs = new float[Rows * network.Description.InputSize];
        var targets = new float[Rows * network.Description.OutputSize];
        var outputs = new float[network.Description.OutputSize];
        var gradient = new float[network.Layout.Length];
        Workspace<float> workspace = network.CreateWorkspace(Rows);
        var adam = new Adam<float>(network.Layout.Length);
        Array.Fill(inputs, 0.5f);
        for (int step = 1; step <= Count; step++)
        {
            long start = Stopwatch.GetTimestamp();
            network.Gradient(new Batch<float>(Rows, inputs, targets), gradient, workspace);
            adam.Step(network.Parameters, gradient);
            TimeSpan training = Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            network.Forward(inputs.AsSpan(0, network.Description.InputSize), outputs);
            TimeSpan prediction = Stopwatch.GetElapsedTime(start);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time of call {step}: {training.TotalMicroseconds:F0} µs for a training step, {prediction.TotalMicroseconds:F0} µs for a prediction"));
        }

        journal.Print();
        return 0;
    }
}
