using System.CommandLine;
using System.CommandLine.Parsing;
using NetGen.Threading;

namespace NetGen.Samples.Gpu;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly Settings Defaults = new();

    public static RootCommand For(Func<Settings, int> run)
    {
        var device = new Option<string?>("--device") { HelpName = "KIND", Description = "Where to train: cuda, opencl, or cpu, ILGPU's accelerator for checking. [default: the first of cuda, opencl]" };
        var crossover = new Option<bool>("--crossover") { Description = "Do not train: compare the times of a training step on the device and on the CPU, for two networks and four sizes of batches." };
        var images = new Option<int>("--images") { HelpName = "COUNT", Description = "How many digits to draw for training, 60 to 200000; a sixth of that for testing.", DefaultValueFactory = _ => Defaults.Images };
        var epochs = new Option<int>("--epochs") { HelpName = "COUNT", Description = "How often to go through the images.", DefaultValueFactory = _ => Defaults.Epochs };
        var batch = new Option<int>("--batch") { HelpName = "COUNT", Description = "The images of a training step.", DefaultValueFactory = _ => Defaults.BatchSize };
        var threads = new Option<int>("--threads") { HelpName = "COUNT", Description = "The threads on the CPU that the device is compared with.", DefaultValueFactory = _ => Defaults.Threads };
        var seed = new Option<ulong>("--seed") { HelpName = "NUMBER", Description = "Other drawings, other initial weights, another order.", DefaultValueFactory = _ => Defaults.Seed };
        device.AcceptOnlyFromAmong("cuda", "opencl", "cpu");
        images.Validators.Add(result => Range(result, images, 60, Settings.MostImages));
        epochs.Validators.Add(result => Range(result, epochs, 1, 10_000));
        batch.Validators.Add(result => Range(result, batch, 1, 65_536));
        threads.Validators.Add(result => Range(result, threads, 1, Workers.MostCount));
        var command = new RootCommand("Trains a network to read digits on a GPU, and the same on the CPU.") { device, crossover, images, epochs, batch, threads, seed };
        Option[] ofTraining = [images, epochs, batch, seed];
        command.Validators.Add(result =>
        {
            if (result.GetValue(crossover) && ofTraining.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } given)
            {
                result.AddError($"{crossover.Name} and {given.Name} cannot go together: the networks and batches that are compared are always the same.");
            }
        });
        command.SetAction(result => run(new Settings
        {
            Device = result.GetValue(device) is string kind ? Enum.Parse<DeviceKind>(kind, ignoreCase: true) : null,
            Crossover = result.GetValue(crossover),
            Images = result.GetValue(images),
            Epochs = result.GetValue(epochs),
            BatchSize = result.GetValue(batch),
            Threads = result.GetValue(threads),
            Seed = result.GetValue(seed),
        }));
        return command;
    }

    private static void Range(OptionResult result, Option option, int least, int most)
    {
        if (result.Tokens is [{ Value: string text }] && !(int.TryParse(text, out int value) && value >= least && value <= most))
        {
            result.AddError($"{option.Name}: expected {least} to {most}, not {text}.");
        }
    }
}
