using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NetGen.Samples.Tabular;

/// <summary>The command line.</summary>
internal static class Commands
{
    public static Command Train()
    {
        Argument<string> file = new("data.csv") { Description = "The table: a header, and a row for each example." };
        Option<string> target = new("--target") { Description = "The column to predict.", Required = true };
        Option<string[]> columns = Names("--columns", "The columns to predict it from; all others by default.");
        Option<string[]> ignore = Names("--ignore", "Columns to leave out, such as names and numbers of rows.");
        Option<string[]> categories = Names("--categories", "Columns of numbers that are categories, such as codes.");
        Option<TargetKind> task = new("--task") { Description = "What the target is; auto decides by what it holds." };
        Option<string> split = new("--split") { Description = "Percent of the rows to train on, to end the training by, and to test on.", DefaultValueFactory = _ => "60/20/20" };
        Option<ulong> seed = new("--seed") { Description = "The seed of the split, the initial weights and the order of the rows.", DefaultValueFactory = _ => 1 };
        Option<int> epochs = new("--epochs") { Description = "The most epochs; the dev loss may end the training before.", CustomParser = Epochs, DefaultValueFactory = _ => 300 };
        Option<string?> save = new("--save") { Description = "Saves the model: one file with all that predict needs.", HelpName = "model.safetensors" };
        save.Validators.Add(Folder);
        Option<bool> declare = new("--declare") { Description = "Prints the network's declaration, to be compiled in a project of yours." };
        var command = new Command("train", "Trains a network on a table.") { file, target, columns, ignore, categories, task, split, seed, epochs, save, declare };
        command.SetAction(result => Run(() => TrainCommand.Run(new TrainOptions(
            result.GetRequiredValue(file), result.GetRequiredValue(target), result.GetRequiredValue(columns), result.GetRequiredValue(ignore),
            result.GetRequiredValue(categories), result.GetValue(task), Shares(result.GetRequiredValue(split)),
            new TrainingPlan(result.GetValue(epochs), result.GetValue(seed)), result.GetValue(save), result.GetValue(declare)))));
        return command;
    }

    public static Command Predict()
    {
        Argument<string> model = new("model.safetensors") { Description = "A file that train --save wrote." };
        Argument<string> file = new("data.csv") { Description = "A table with the same columns; it need not have the target." };
        var command = new Command("predict", "Predicts the target of every row, as CSV.") { model, file };
        command.SetAction(result => Run(() => PredictCommand.Run(result.GetRequiredValue(model), result.GetRequiredValue(file))));
        return command;
    }

    // A folder that is not there is better known before the training than after it.
    private static void Folder(OptionResult result)
    {
        string file = result.GetValueOrDefault<string>();
        if (file.Length == 0 || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            result.AddError(file.Length == 0 ? "--save: expected the name of a file." : $"--save: there is no folder for {file}.");
        }
    }

    private static int Run(Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (Exception wrong) when (wrong is DataException or NotFiniteNumberException or InvalidOperationException)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }

    /// <summary>An option that takes names apart by commas.</summary>
    private static Option<string[]> Names(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "a,b,c",
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        DefaultValueFactory = _ => [],
    };

    private static int Epochs(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int epochs) && epochs > 0)
        {
            return epochs;
        }

        result.AddError($"--epochs {result.Tokens[0].Value}: expected a whole number, 1 or more.");
        return 0;
    }

    /// <summary>Three percentages apart by slashes, as shares of 1.</summary>
    private static double[] Shares(string text)
    {
        double[] percent = [.. text.Split('/').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        return percent.Length == 3 && percent.All(share => share > 0) && Math.Abs(percent.Sum() - 100) < 1e-9
            ? [.. percent.Select(share => share / 100)]
            : throw new DataException($"--split {text}: expected three percentages above 0 that make 100, such as 60/20/20.");
    }
}
