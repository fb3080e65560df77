using System;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests;

public sealed class SequenceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("recurrent")]
    public void A_recurrent_network_predicts_better_than_that_nothing_changes(string model)
    {
        CommandResult run = Run("--model", model).Succeeded();

        Assert.StartsWith("3650 values, made up with seed 1: 2541 windows of 14 to train, 1095 later ones to test", run.OutputLines[0]);
        Assert.InRange(Error(run, model), 2.0, 0.97 * Error(run, "the same as the last")); // no prediction beats the weather's own 2.2 by much
        Assert.Contains(run.OutputLines, line => line.Contains("what came") && line.Contains("what was predicted"));
    }

    [Fact]
    public void A_column_of_a_file_is_read_by_its_name()
    {
        File.WriteAllLines(folder["waves.csv"], ["day,height,other", .. Enumerable.Range(0, 400).Select(day => FormattableString.Invariant($"{day},{Math.Sin(day / 3.0)},0"))]);

        CommandResult run = Run("--data", folder["waves.csv"], "--column", "height", "--epochs", "40").Succeeded();

        Assert.StartsWith($"400 values, height of {folder["waves.csv"]}", run.OutputLines[0]);
        Assert.InRange(Error(run, "lstm"), 0, 0.1);
    }

    [Fact]
    public void What_is_wrong_with_a_file_is_one_line_that_names_it()
    {
        File.WriteAllText(folder["text.csv"], "day,height\n1,high\n");
        File.WriteAllText(folder["short.csv"], "height\n1\n2\n");

        Refused($"{folder["text.csv"]}, line 2: 'high' in column height is no number.", "--data", folder["text.csv"]);
        Refused($"{folder["text.csv"]} has no column 'width'; it has day, height.", "--data", folder["text.csv"], "--column", "width");
        Refused($"{folder["short.csv"]} has 2 values; at least 140 are needed for windows of 14.", "--data", folder["short.csv"]);
        Refused("--column names a column of a file: give the file by --data.", "--column", "height");
        Refused("--epochs: expected 1 to 10000, not 0.", "--epochs", "0");
    }

    private static void Refused(string says, params string[] arguments)
    {
        CommandResult run = Run(arguments);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(says, run.Error.Trim());
    }

    private static double Error(CommandResult run, string row) =>
        double.Parse(run.OutputLines.Single(line => line.StartsWith($"| {row} ", StringComparison.Ordinal)).Split('|')[2], CultureInfo.InvariantCulture);

    private static CommandResult Run(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Sequence.dll"), .. arguments]);
}
