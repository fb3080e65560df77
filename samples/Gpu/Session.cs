using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Samples.Drawing;
using NetGen.Threading;
using Spectre.Console;

namespace NetGen.Samples.Gpu;

/// <summary>The whole demonstration, in the order of what it prints.</summary>
internal sealed class Session(Settings settings, IAnsiConsole console, CancellationToken cancellation)
{
    public void Run()
    {
        using var device = Device.Open(settings.Device);
        using var workers = new Workers(settings.Threads);
        console.WriteLine($"on the device: {device.Name}; on the CPU: {settings.Threads} {(settings.Threads == 1 ? "thread" : "threads")}");
        if (settings.Device == DeviceKind.Cpu)
        {
            console.WriteLine("This accelerator of ILGPU's is for checking: its threads take turns, and its times say nothing of a GPU.");
        }

        if (settings.Crossover)
        {
            new Crossover(console, cancellation).Show(device.Accelerator, workers);
        }
        else
        {
            Train(device, workers);
        }
    }

    /// <summary>Trains the same network twice, from the same parameters by the same batches.</summary>
    private void Train(Device device, Workers workers)
    {
        IExamples<float> train = DrawnDigits.Draw(settings.Seed, first: 0, settings.Images);
        IExamples<float> test = DrawnDigits.Draw(settings.Seed, first: Settings.MostImages, settings.Images / 6);
        console.WriteLine($"{train.Count} images to train, {test.Count} others to test, drawn with seed {settings.Seed}; batches of {settings.BatchSize}");
        var learning = new Learning(settings, console, cancellation);

        var net = new Digits(settings.Seed);
        using (var onDevice = new DigitsOnDevice(net, device.Accelerator, settings.BatchSize))
        {
            learning.Train("784-128-10 on the device", onDevice, train);
            onDevice.CopyToNetwork();
        }

        var twin = new Digits(settings.Seed);
        learning.Train("784-128-10 on the CPU   ", new OnCpu(twin, settings.BatchSize, workers), train);
        console.WriteLine($"trained on the device, judged on the CPU: test accuracy {Evaluate.Classification(net, test).Accuracy:F4}");
        console.WriteLine($"trained on the CPU: test accuracy {Evaluate.Classification(twin, test).Accuracy:F4}");
    }
}
