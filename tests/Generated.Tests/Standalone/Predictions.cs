using System;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.Tests.Support;

namespace NetGen.Generated.Standalone;

internal static class Predictions
{
    private const int Threads = 4;
    private const int TogetherRows = 20_000;
    private const int WarmUps = 1000;

    /// <summary>
    /// Predicts rows one by one between two lines of output, network by network. What else this thread asks of the
    /// system between them stands in a trace of its calls; the control asks one thing on purpose.
    /// </summary>
    public static int PrintAlone(INetwork<float>[] networks, int rows)
    {
        Between("control", _ => File.Exists("control"), 1);
        foreach (INetwork<float> network in networks)
        {
            float[] input = Input(network), output = new float[network.Description.OutputSize];
            Between(network.Description.Name, _ => network.Forward(input, output), rows);
        }

        return 0;
    }

    /// <summary>Prints how often threads that predict with one network had to wait for a lock; the control takes one on purpose.</summary>
    public static int PrintTogether(INetwork<float>[] networks)
    {
        var held = new object();
        Together("control", networks[0], predict =>
        {
            lock (held)
            {
                predict();
            }
        });
        Array.ForEach(networks, network => Together(network.Description.Name, network, predict => predict()));
        return 0;
    }

    private static void Between(string name, Action<int> call, int calls)
    {
        string begin = $"begin {name}", end = $"end {name}, {calls} calls";
        for (int index = 0; index < WarmUps; index++)
        {
            call(index);
        }

        Console.WriteLine(begin);
        for (int index = 0; index < calls; index++)
        {
            call(index);
        }

        Console.WriteLine(end);
    }

    private static void Together(string name, INetwork<float> network, Action<Action> predicting)
    {
        float[] input = Input(network);
        network.Forward(input, new float[network.Description.OutputSize]);
        var gate = new Gate();
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            var output = new float[network.Description.OutputSize];
            Action predict = () => network.Forward(input, output);
            predicting(predict);
            gate.Pass();
            for (int row = 0; row < TogetherRows; row++)
            {
                predicting(predict);
            }

            gate.Pass();
        }))];
        Array.ForEach(threads, thread => thread.Start());
        gate.Await(Threads);
        long before = Monitor.LockContentionCount;
        gate.Open();
        gate.Await(2 * Threads);
        long waits = Monitor.LockContentionCount - before;
        gate.Open();
        Array.ForEach(threads, thread => thread.Join());
        Console.WriteLine($"{waits} {name}: waits of {Threads} threads, {TogetherRows} rows each");
    }

    private static float[] Input(INetwork<float> network)
    {
        float[] input = [.. Enumerable.Range(0, network.Description.InputSize).Select(index => MathF.Sin(index))];
        network.Description.Fit<float>(input);
        return input;
    }

    /// <summary>Lets threads start and stop together without a lock, whose waits would be counted.</summary>
    private sealed class Gate
    {
        private int arrived;
        private int opened;

        /// <summary>Waits until the gate is opened for everybody who has arrived.</summary>
        public void Pass()
        {
            int place = Interlocked.Increment(ref arrived);
            while (Volatile.Read(ref opened) < place)
            {
                Thread.Sleep(0);
            }
        }

        public void Await(int threads)
        {
            while (Volatile.Read(ref arrived) < threads)
            {
                Thread.Sleep(0);
            }
        }

        public void Open() => Volatile.Write(ref opened, Volatile.Read(ref arrived));
    }
}
