using System.CommandLine;

namespace NetGen.Samples.Sequence;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly Settings Defaults = new();

    public static RootCommand For(Func<Settings, int> run)
    {
        var data = new Option<string?>("--data") { HelpName = "FILE", Description = "Read the series from a file of comma-separated values with a header instead of making one up." };
        var column = new Option<string?>("--column") { HelpName = "NAME", Description = "The column of the file. [default: the last]" };
        var model = new Option<string>("--model") { HelpName = "NAME", Description = "What predicts.", DefaultValueFactory = _ => Defaults.Model.Name };
        var epochs = new Option<int>("--epochs") { HelpName = "COUNT", Description = "How often to go through the windows.", DefaultValueFactory = _ => Defaults.Epochs };
        var seed = new Option<ulong>("--seed") { HelpName = "NUMBER", Description = "Another series, other initial weights, another order.", DefaultValueFactory = _ => Defaults.Seed };
        model.AcceptOnlyFromAmong([.. Model.All.Select(choice => choice.Name)]);
        epochs.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && !(int.TryParse(text, out int value) && value is >= 1 and <= 10_000))
            {
                result.AddError($"{epochs.Name}: expected 1 to 10000, not {text}.");
            }
        });
        var command = new RootCommand("Predicts the next value of a series from those before, by a recurrent network.") { data, column, model, epochs, seed };
        command.Validators.Add(result =>
        {
            if (result.GetResult(column) is { Implicit: false } && result.GetResult(data) is null or { Implicit: true })
            {
                result.AddError($"{column.Name} names a column of a file: give the file by {data.Name}.");
            }
        });
        command.SetAction(result => run(new Settings
        {
            Data = result.GetValue(data),
            Column = result.GetValue(column),
            Model = Model.Of(result.GetValue(model)!),
            Epochs = result.GetValue(epochs),
            Seed = result.GetValue(seed),
        }));
        return command;
    }
}
