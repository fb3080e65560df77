using ILGPU.Runtime;
using NetGen.Samples.Drawing;
using NetGen.Threading;
using Spectre.Console;

namespace NetGen.Samples.Gpu;

/// <summary>From which batch on does a device pay? The times of a training step there and on the CPU, side by side.</summary>
internal sealed class Crossover(IAnsiConsole console, CancellationToken cancellation)
{
    // So small that nothing converges: every step has the same work.
    private const float LearningRate = 1e-7f;

    private static readonly int[] batches = [64, 256, 1024, 4096];

    public void Show(Accelerator accelerator, Workers workers)
    {
        console.WriteLine("A training step by Adam, median of rounds. × is how many times as fast as the CPU the device is.");
        console.WriteLine($"{"network",-15} {"batch",5} {"CPU",11} {"device, batch brought",24} {"device, batch there",24}");
        foreach (int rows in batches)
        {
            var net = new Digits(seed: 1);
            using var onDevice = new DigitsOnDevice(net, accelerator, rows);
            ShowRow("784-128-10", rows, net, onDevice, workers);
        }

        foreach (int rows in batches)
        {
            var net = new WideDigits(seed: 1);
            using var onDevice = new WideDigitsOnDevice(net, accelerator, rows);
            ShowRow("784-512-512-10", rows, net, onDevice, workers);
        }
    }

    private void ShowRow(string network, int rows, INetwork<float> net, IDeviceTraining device, Workers workers)
    {
        float[] pixels = new float[rows * Digits.InputSize];
        int[] labels = new int[rows];
        DrawnDigits.Draw(seed: 1, first: 0, rows).Read([.. Enumerable.Range(0, rows)], pixels, [], labels);
        var cpu = new OnCpu(net, rows, workers);
        cpu.Step(new Batch<float>(pixels, labels), LearningRate);
        device.Step(new Batch<float>(pixels, labels), LearningRate);
        Compare(network, device.Cost(), cpu.Cost());
        TimeSpan[] times = StepTime.Of(
            [
                steps => Repeat(steps, () => cpu.Step(new Batch<float>(pixels, labels), LearningRate)),
                steps =>
                {
                    Repeat(steps, () => device.Step(new Batch<float>(pixels, labels), LearningRate));
                    device.Wait();
                },
                steps =>
                {
                    Repeat(steps, () => device.StepAgain(LearningRate));
                    device.Wait();
                },
            ]);
        console.WriteLine($"{network,-15} {rows,5} {Text(times[0]),11} {Text(times[1]),14} {Ratio(times[0], times[1]),9} {Text(times[2]),14} {Ratio(times[0], times[2]),9}");
    }

    /// <summary>A device that computes something else is not worth timing.</summary>
    private static void Compare(string network, float device, float cpu)
    {
        if (!(Math.Abs(device - cpu) <= 1e-4f * cpu))
        {
            throw new NotSupportedException($"{network}: the cost of the first batch is {device} on the device and {cpu} on the CPU, so its times would say nothing.");
        }
    }

    private void Repeat(int steps, Action step)
    {
        for (int index = 0; index < steps; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            step();
        }
    }

    private static string Text(TimeSpan time) => time.TotalMilliseconds < 1 ? $"{time.TotalMicroseconds:F1} µs" : $"{time.TotalMilliseconds:F2} ms";

    private static string Ratio(TimeSpan cpu, TimeSpan device) => $"× {cpu / device:F2}";
}
