using System;
using System.IO;
using System.Linq;
using NetGen.Files;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tabular.Tests;

public sealed class TabularTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TabularTests() => folder.Write("flowers.csv", Flowers.Csv);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_table_becomes_a_classifier_that_one_file_is_enough_to_predict_with()
    {
        CommandResult train = Run("train", "flowers.csv", "--target", "kind", "--ignore", "row", "--save", "flowers.safetensors").Succeeded();
        CommandResult predict = Run("predict", "flowers.safetensors", "flowers.csv").Succeeded();

        Assert.Contains("flowers.csv: 150 rows: 90 train, 30 end the training, 30 test", train.OutputLines);
        Assert.Contains("to predict: kind, 3 classes", train.OutputLines);
        Assert.Contains("  length: number; gaps get the training mean, and a second input says so", train.OutputLines);
        Assert.Contains("  colour: 3 categories, an input each", train.OutputLines);
        Assert.Contains(train.OutputLines, line => line.StartsWith("linear model: accuracy ", StringComparison.Ordinal) && line.EndsWith("always the commonest class: 0.3333", StringComparison.Ordinal));
        string[] kinds = [.. Flowers.Csv.Split('\n')[1..].Select(line => line.Split(',')[^1])];
        string[][] predictions = [.. predict.OutputLines[1..].Select(line => line.Split(','))];
        Assert.Equal("line,kind,probability", predict.OutputLines[0]);
        Assert.Equal(Enumerable.Range(2, 150).Select(line => $"{line}"), predictions.Select(cells => cells[0]));
        Assert.InRange(predictions.Zip(kinds).Count(pair => pair.First[1] == pair.Second), 143, 150); // chance is 50
    }

    [Fact]
    public void A_table_becomes_a_regressor_with_errors_in_the_targets_units()
    {
        string line = Run("train", "flowers.csv", "--target", "width", "--columns", "length,kind").Succeeded()
            .OutputLines.Single(line => line.StartsWith("network ", StringComparison.Ordinal));

        // The width is 3·(kind mod 2) and noise with a deviation of 1/√3, of which nothing else knows.
        double error = double.Parse(line.Split("RMSE ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(error, 0.4, 0.9);
    }

    [Fact]
    public void What_is_declared_is_a_network_that_loads_the_file_and_predicts_the_same()
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Samples.Tests", "Tabular", "Kind.cs")).ReplaceLineEndings("\n");
        string declared = Run("train", "flowers.csv", "--target", "kind", "--ignore", "row", "--save", "flowers.safetensors", "--declare").Succeeded().Output.ReplaceLineEndings("\n");
        Assert.Contains(source[source.IndexOf("/// <summary>", StringComparison.Ordinal)..].Replace("internal sealed", "public sealed"), declared);

        var net = new Kind();
        NetworkMetadata file = net.Load(folder["flowers.safetensors"]);
        Table table = TableReader.Read(folder["flowers.csv"]);
        var model = Model.Load(folder["flowers.safetensors"]);
        float[] inputs = [.. model.Schema.Encode(table).Select(input => (float)input)];
        float[] outputs = new float[150 * Kind.OutputSize];
        file.Inputs!.Apply<float>(inputs);
        net.Forward(inputs, outputs);

        Assert.Equal(["aster", "bellis", "crocus"], file.Classes.AsEnumerable());
        Assert.Equal(["length", "length is missing", "width", "colour is missing", "colour = blue", "colour = white"], model.Schema.Inputs);
        Assert.All(model.Predict(table).Zip(outputs), pair => Assert.Equal(pair.First, pair.Second, 1e-4f)); // inputs rounded before or after standardizing
    }

    [Fact]
    public void The_same_seed_gives_the_same_file()
    {
        Run("train", "flowers.csv", "--target", "kind", "--epochs", "3", "--save", "one.safetensors").Succeeded();
        Run("train", "flowers.csv", "--target", "kind", "--epochs", "3", "--save", "two.safetensors").Succeeded();

        Assert.Equal(File.ReadAllBytes(folder["one.safetensors"]), File.ReadAllBytes(folder["two.safetensors"]));
    }

    [Fact]
    public void A_table_that_lacks_a_column_of_the_models_is_one_line_that_names_it()
    {
        Run("train", "flowers.csv", "--target", "kind", "--ignore", "row", "--epochs", "1", "--save", "flowers.safetensors").Succeeded();
        folder.Write("other.csv", "length,height\n1,2\n");

        Refused("other.csv lacks 'width', 'colour', which the model was trained with; it has length, height.", "predict", "flowers.safetensors", "other.csv");
    }

    [Fact]
    public void A_table_that_cannot_be_used_is_one_line_on_the_error_stream_and_exit_code_1()
    {
        folder.Write("bad.csv", "a,b\n1\n");

        Refused("bad.csv, line 2: expected 2 cells, as the header has; found 1.", "train", "bad.csv", "--target", "b");
    }

    [Theory]
    [InlineData("--split", "60/40", "--split 60/40: expected three percentages above 0 that make 100, such as 60/20/20.")]
    [InlineData("--epochs", "many", "--epochs many: expected a whole number, 1 or more.")]
    public void An_option_that_cannot_be_used_is_one_line_too(string option, string value, string message) =>
        Refused(message, "train", "flowers.csv", "--target", "kind", option, value);

    private void Refused(string message, params string[] arguments)
    {
        CommandResult run = Run(arguments);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(message, run.Error.Trim());
        Assert.Empty(run.OutputLines);
    }

    private CommandResult Run(params string[] arguments) =>
        Command.Dotnet(folder.Path, [Path.Combine(AppContext.BaseDirectory, "Tabular.dll"), .. arguments]);
}
