using System.CommandLine;

namespace NetGen.Samples.Audio;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly Settings Defaults = new();

    public static RootCommand For(Func<Settings, int> run)
    {
        var folder = new Option<string>("--folder") { HelpName = "FOLDER", Description = "Where the sound files go.", DefaultValueFactory = _ => Defaults.Folder };
        var epochs = new Option<int>("--epochs") { HelpName = "COUNT", Description = "How often to go through the sweep.", DefaultValueFactory = _ => Defaults.Epochs };
        var seed = new Option<ulong>("--seed") { HelpName = "NUMBER", Description = "Other initial weights, another order, other notes.", DefaultValueFactory = _ => Defaults.Seed };
        epochs.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && !(int.TryParse(text, out int value) && value is >= 1 and <= 10_000))
            {
                result.AddError($"{epochs.Name}: expected 1 to 10000, not {text}.");
            }
        });
        var command = new RootCommand("Learns the sound of an amplifier from a sweep, and plays notes through what it has learned, sample by sample.") { folder, epochs, seed };
        command.SetAction(result => run(new Settings
        {
            Folder = result.GetValue(folder)!,
            Epochs = result.GetValue(epochs),
            Seed = result.GetValue(seed),
        }));
        return command;
    }
}
