using System;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Baselines.Tests;

public sealed class BaselinesTests
{
    [SharedDataFact]
    public void Iris_and_wine_reach_their_limits_with_the_seeds_fixed_beforehand()
    {
        CommandResult run = Run("--data", SharedDataFactAttribute.Folder!, "--sets", "iris", "wine").Succeeded();

        string[] lines = [.. run.OutputLines.Where(line => line.EndsWith("PASS |", StringComparison.Ordinal))];
        Assert.Equal(["iris", "wine"], lines.Select(line => line.Split('|')[1].Trim()));
        Assert.Equal([0UL, 1UL, 2UL, 3UL, 4UL], BaselineTable.Seeds);
    }

    [SharedDataFact]
    public void The_lines_are_those_of_BASELINES_md()
    {
        string[][] table =
        [
            .. File.ReadLines(Path.Combine(SharedDataFactAttribute.Folder!, "BASELINES.md"))
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells[0] != "set" && cells[1].Contains(';')),
        ];

        Assert.Equal(table.Length, BaselineTable.Lines.Count);
        foreach ((string[] cells, Baseline line) in table.Zip(BaselineTable.Lines))
        {
            Assert.Equal(cells[0].Split(' ')[0], line.Set);
            Assert.StartsWith(line.Shape, cells[1]);
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{line.Epochs}, {line.Rate}, {line.Batch}"), cells[1].Split("; ")[1]);
            Assert.Equal(cells[4].Length == 0 ? null : Number(cells[4]), line.Linear);
            Assert.Equal(Number(cells[6][2..]), line.Accept);
            Assert.Equal(cells[6][0] == '≥' ? Figure.Accuracy : Figure.RootMeanSquaredError, line.Figure);
            Assert.Equal(line.Set is "iris" or "mnist" or "california_housing" && line.Linear is not null, line.BeatsLinear);
            if (!char.IsAsciiDigit(line.Shape[0]))
            {
                continue;
            }

            int[] declared = [.. line.Create(0).Description.Layers.OfType<DenseDescription>().Select(dense => dense.Units).Prepend(line.Create(0).Description.InputSize)];
            Assert.Equal(line.Shape, string.Join('-', declared));
        }
    }

    [Theory]
    [InlineData("iris", 0.903, true)]
    [InlineData("iris", 0.9029, false)]
    [InlineData("wine", 0.978, true)] // its linear model, 1.000, need not be beaten
    [InlineData("diabetes", 56.76, true)]
    [InlineData("diabetes", 56.77, false)]
    [InlineData("california_housing", 55635, true)]
    [InlineData("california_housing", double.NaN, false)]
    public void A_mean_passes_at_its_limit_and_fails_beyond(string set, double mean, bool passes) =>
        Assert.Equal(passes, BaselineTable.Lines.Single(line => line.Set == set).Passes(mean));

    [Fact]
    public void A_line_that_must_beat_the_linear_model_fails_where_it_only_reaches_it()
    {
        Baseline iris = BaselineTable.Lines.Single(line => line.Set == "iris") with { Linear = 0.95 };

        Assert.False(iris.Passes(0.95));
        Assert.True(iris.Passes(0.951));
    }

    [Fact]
    public void Data_that_are_missing_are_one_line_on_the_error_stream_and_exit_code_1()
    {
        CommandResult run = Run("--data", "nowhere");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"The data of iris are missing: there is no folder {Path.Combine("nowhere", "iris")}.", run.Error.Trim());
    }

    private static CommandResult Run(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Baselines.dll"), .. arguments]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A test on the data of the baselines, which are no part of the repository.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = Folder is null ? "The baselines' data are absent: set NETGEN_SHARED to a folder that holds data/BASELINES.md" : null;

    public static string? Folder { get; } =
        Repository.Shared is string shared && Path.Combine(shared, "data") is string data && File.Exists(Path.Combine(data, "BASELINES.md")) ? data : null;
}
