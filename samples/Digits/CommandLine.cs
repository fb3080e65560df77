using System.CommandLine;
using System.CommandLine.Parsing;

namespace NetGen.Samples;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly Settings Defaults = new();

    public static RootCommand For(Func<Settings, int> run)
    {
        var data = new Option<string?>("--data") { HelpName = "FOLDER", Description = "Read digits instead of drawing them: MNIST's files or any like them (IDX, plain or gzipped), images of 28×28 and labels 0 to 9." };
        var model = new Option<string>("--model") { HelpName = "NAME", Description = "What to train: mlp, a perceptron 784-128-10, or cnn, LeNet-5.", DefaultValueFactory = _ => Defaults.Model.Name };
        var images = new Option<int>("--images") { HelpName = "COUNT", Description = "How many digits to draw for training, 60 to 200000; a sixth of that for testing.", DefaultValueFactory = _ => Defaults.Images };
        var epochs = new Option<int?>("--epochs") { HelpName = "COUNT", Description = $"How often to go through the images. [default: {string.Join(", ", Model.All.Select(choice => $"{choice.Epochs} for {choice.Name}"))}]" };
        var seed = new Option<ulong>("--seed") { HelpName = "NUMBER", Description = "Other drawings, other initial weights, another order.", DefaultValueFactory = _ => Defaults.Seed };
        var augment = new Option<bool>("--augment") { Description = "Shift, turn and distort the images that are trained, otherwise in every epoch, and show some." };
        var save = new Option<string?>("--save") { HelpName = "FILE", Description = "Keep the network in this file (safetensors)." };
        var export = new Option<string?>("--export") { HelpName = "FILE", Description = "Write the weights for PyTorch, named as in nn.Sequential (safetensors)." };
        var weights = new Option<string?>("--weights") { HelpName = "FILE", Description = "Judge these weights, from here or from PyTorch, instead of training." };
        var checkpoint = new Option<string?>("--checkpoint") { HelpName = "FILE", Description = "Save the training here after every epoch, and go on from here if the file exists." };
        var report = new Option<string?>("--report") { HelpName = "FILE", Description = "Write curves and confusion matrix of the training here (HTML), anew after every epoch: of the epochs of this run, where a checkpoint goes on." };
        model.AcceptOnlyFromAmong([.. Model.All.Select(choice => choice.Name)]);
        images.Validators.Add(result => Range(result, images, 60, Settings.MostImages));
        epochs.Validators.Add(result => Range(result, epochs, 1, 10_000));
        Option<string?>[] written = [save, export, checkpoint, report];
        foreach (Option<string?> option in written)
        {
            option.Validators.Add(result => Folder(result, option));
        }

        var command = new RootCommand("Trains a network to read digits, and shows what it has learnt.") { data, model, images, augment, epochs, seed, save, export, weights, checkpoint, report };
        command.Validators.Add(result => FilesOfTheirOwn(result, written));
        command.Validators.Add(result => NotBoth(result, data, images, "digits that are read are not drawn"));
        command.Validators.Add(result => NotBoth(result, weights, checkpoint, "weights are judged without training"));
        command.Validators.Add(result => NotBoth(result, weights, report, "weights are judged without training"));
        command.Validators.Add(result => NotBoth(result, weights, epochs, "weights are judged without training"));
        command.Validators.Add(result => NotBoth(result, weights, augment, "weights are judged without training"));
        command.SetAction(result => run(new Settings
        {
            Data = result.GetValue(data),
            Model = Model.Of(result.GetValue(model)!),
            Images = result.GetValue(images),
            Augment = result.GetValue(augment),
            Epochs = result.GetValue(epochs),
            Seed = result.GetValue(seed),
            Save = result.GetValue(save),
            Export = result.GetValue(export),
            Weights = result.GetValue(weights),
            Checkpoint = result.GetValue(checkpoint),
            Report = result.GetValue(report),
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

    // A folder that is not there is better known before the training than after it.
    private static void Folder(OptionResult result, Option<string?> option)
    {
        string file = result.GetValueOrDefault<string>();
        string? folder = file.Length > 0 ? Path.GetDirectoryName(Path.GetFullPath(file)) : null;
        if (file.Length == 0)
        {
            result.AddError($"{option.Name}: expected the name of a file.");
        }
        else if (Directory.Exists(file))
        {
            result.AddError($"{option.Name}: expected a file, but {file} is a folder.");
        }
        else if (!Directory.Exists(folder))
        {
            result.AddError($"{option.Name}: there is no folder {folder}.");
        }
    }

    // The last one written would be all that is left.
    private static void FilesOfTheirOwn(CommandResult result, Option<string?>[] written)
    {
        StringComparer names = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        foreach (IGrouping<string, Option<string?>> file in written.Where(option => result.GetValue(option) is { Length: > 0 }).GroupBy(option => Path.GetFullPath(result.GetValue(option)!), names))
        {
            if (file.ToArray() is [var one, var other, ..])
            {
                result.AddError($"{one.Name} and {other.Name} cannot go together into one file, {file.Key}; expected a file for each.");
            }
        }
    }

    private static void NotBoth(CommandResult result, Option one, Option other, string reason)
    {
        if (result.GetResult(one) is { Implicit: false } && result.GetResult(other) is { Implicit: false })
        {
            result.AddError($"{one.Name} and {other.Name} cannot go together: {reason}.");
        }
    }
}
