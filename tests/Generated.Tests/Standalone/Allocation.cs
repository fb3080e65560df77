using System;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Tests.Support;
using NetGen.Threading;
using NetGen.Training;

namespace NetGen.Generated.Standalone;

internal static class Allocation
{
    // A batch of two for each step of a training, and none of one, which batch normalization refuses.
    private const int Rows = 14;

    // Enough for every region of the larger networks to be divided.
    private const int SharedRows = 1200;
    private const int Threads = 4;
    private const int Calls = 2;
    private const int Rounds = 20;

    // Hundreds of steps in one direction move no parameter far.
    private const double LearningRate = 1e-6;

    /// <summary>Prints, for every network and call, the bytes that all threads together allocate in warm calls: the least of the rounds, which end with one of none.</summary>
    public static int Print(INetwork<float>[] networks)
    {
        Measure("control", "an array of 100 bytes", () => GC.KeepAlive(new byte[100]));
        Array.ForEach(networks, network => Print(network, Rows, null, ""));
        using var workers = new Workers(Threads);
        Array.ForEach(networks, network => Print(network, SharedRows, workers, $", {Threads} threads"));
        return 0;
    }

    private static void Print(INetwork<float> network, int rows, Workers? workers, string threads)
    {
        (int inputSize, int outputSize) = (network.Description.InputSize, network.Description.OutputSize);
        float[] inputs = [.. Enumerable.Range(0, rows * inputSize).Select(index => MathF.Sin(index))];
        network.Description.Fit<float>(inputs);
        var outputs = new float[rows * outputSize];
        var targets = new float[rows * outputSize];
        var labels = new int[rows];
        var upstream = new float[rows * outputSize];
        var gradient = new float[network.Layout.Length];
        var inputGradient = new float[inputs.Length];
        Array.Fill(upstream, 0.5f);
        Workspace<float> workspace = network.CreateWorkspace(rows);
        workspace.Workers = workers;
        var sgd = new Sgd<float>(LearningRate);
        var adam = new Adam<float>(network.Layout.Length, LearningRate);
        var classical = new ClassicalMomentum<float>(network.Layout.Length, LearningRate);
        var averaged = new AveragedMomentum<float>(network.Layout.Length, LearningRate);
        string name = network.Description.Name + threads;

        Measure(name, "forward of one row", () => network.Forward(inputs.AsSpan(0, inputSize), outputs.AsSpan(0, outputSize)));
        if (network is IStreamingNetwork<float> stream)
        {
            float[] state = new float[stream.StateSize], step = new float[stream.StepOutputSize];
            Measure(name, "a step of a stream", () => stream.Step(inputs.AsSpan(0, stream.StepInputSize), state, step));
        }

        Measure(name, "forward of a batch", () => network.Forward(inputs, outputs, workers));
        Measure(name, "forward of training and backward", () =>
        {
            network.Forward(new Batch<float>(rows, inputs, default, 1), outputs, workspace);
            network.Backward(new Batch<float>(rows, inputs, default, 1), upstream, gradient, workspace, inputGradient);
        });
        Measure(name, "gradient", () => network.Gradient(new Batch<float>(rows, inputs, targets), gradient, workspace));
        int few = network.Description.Layers.Any(layer => layer is BatchNormDescription) ? 2 : 1;
        Measure(name, $"gradient of {few} rows, with the input's", () =>
            network.Gradient(new Batch<float>(few, inputs.AsSpan(0, few * inputSize), targets.AsSpan(0, few * outputSize)), gradient, workspace, inputGradient.AsSpan(0, few * inputSize)));
        Measure(name, "cost", () => network.Cost(new Batch<float>(rows, inputs, targets), workspace));
        if (network.Description.Loss == Loss.CrossEntropy)
        {
            Measure(name, "gradient by labels", () => network.Gradient(new Batch<float>(inputs, labels), gradient, workspace));
        }

        Measure(name, "a step of SGD", () => sgd.Step(network.Parameters, gradient, workers));
        Measure(name, "a step of Adam", () => adam.Step(network.Parameters, gradient, workers));
        Measure(name, "a step of classical momentum", () => classical.Step(network.Parameters, gradient, workers));
        Measure(name, "a step of averaged momentum", () => averaged.Step(network.Parameters, gradient, workers));
        PrintTraining(network, rows, inputs, targets, workers, sgd, name);
        PrintTraining(network, rows, inputs, targets, workers, adam, name);
        PrintTraining(network, rows, inputs, targets, workers, classical, name);
        PrintTraining(network, rows, inputs, targets, workers, averaged, name);
    }

    /// <summary>Prints the bytes allocated between the second step of a training's epochs and the last: the least of the epochs, which end with one of none.</summary>
    private static void PrintTraining(INetwork<float> network, int rows, float[] inputs, float[] targets, Workers? workers, IOptimizer<float> optimizer, string name)
    {
        var examples = new MeteredExamples(new Examples<float>(rows, inputs, targets));
        var trainer = new Trainer<float>(network, examples, optimizer, batchSize: rows / 6) { Progress = new Silent(), Workers = workers, Clipping = new NormClipping<float>(1e-3) };
        long bytes = long.MaxValue;
        foreach (EpochReport report in trainer.Run(Rounds + 1))
        {
            bytes = Math.Min(bytes, examples.AllocatedSinceSecond);
            if (report.Epoch > 1 && bytes == 0)
            {
                break;
            }
        }

        Console.WriteLine($"{bytes} {name}: the steps of a training by {optimizer.GetType().Name.Split('`')[0]}");
    }

    private sealed class Silent : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }

    private static void Measure(string network, string call, Action action)
    {
        // Twice: what the first calls allocate once belongs to warming up.
        action();
        action();
        Thread.Sleep(1);

        // The runtime's own threads may allocate at any moment; what a call allocates, it allocates in every round.
        long bytes = long.MaxValue;
        for (int round = 0; round < Rounds && bytes > 0; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int repetition = 0; repetition < Calls; repetition++)
            {
                action();
            }

            bytes = Math.Min(bytes, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Console.WriteLine($"{bytes} {network}: {call}");
    }
}
