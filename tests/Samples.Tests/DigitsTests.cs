using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NetGen.Data;
using NetGen.Files;
using NetGen.Samples.Drawing;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace NetGen.Samples.Tests;

public sealed partial class DigitsTests(DigitsTests.Messages messages) : IClassFixture<DigitsTests.Messages>, IDisposable
{
    private static readonly string[] Short = ["--images", "1200", "--epochs", "3"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_READMEs_first_command_reads_97_percent_of_digits_it_never_trained_on()
    {
        string[] words = ReadmeTests.Commands[0].Split(' ');
        long start = Environment.TickCount64;
        CommandResult run = Command.Run(Repository.Root, words[0], words[1..]).Succeeded();
        var time = TimeSpan.FromMilliseconds(Environment.TickCount64 - start);

        Assert.Equal("60000 images to train, 10000 others to test, drawn with seed 1", run.OutputLines[0]);
        Assert.InRange(Accuracy(run), 0.97, 1);
        Assert.InRange(RegressionAccuracy(run), 0.5, 0.9);
        messages.Say($"Digits: accuracy {Accuracy(run)}, softmax regression {RegressionAccuracy(run)}, {time.TotalSeconds:F1} s in all");
    }

    [Fact]
    public void It_shows_progress_pictures_confusion_accuracies_latency_and_what_it_saved()
    {
        CommandResult run = Run(Short).Succeeded();
        string[] lines = run.OutputLines;

        Assert.Equal("1200 images to train, 200 others to test, drawn with seed 1", lines[0]);
        Assert.Matches(@"^784-128-10  epoch 1/3  loss \d\.\d{4}  [ \d,]{7} rows/s  0:\d\d left$", lines[1]);
        Assert.Matches(@"^784-10      epoch 3/3  loss \d\.\d{4}  [ \d,]{7} rows/s  0:00 left$", lines[6]);

        string[] captions = [.. lines.Where(line => line.Contains(" %)"))];
        Assert.Equal(4, Regex.Count(captions[0], @"\d \(\d+ %\)"));
        Assert.DoesNotContain("but it is", captions[0]);
        Assert.Equal(4, Regex.Count(captions[1], @"(\d) \(\d+ %\), but it is (?!\1)\d"));
        string[] pictures = [.. lines.Where(line => line.AsSpan().IndexOfAny("▀▄█") >= 0)];
        Assert.InRange(pictures.Length, 16, 28);
        Assert.All(pictures, line => Assert.Matches("^[ ▀▄█]{1,118}$", line));

        Assert.Empty(run.Error);
        Assert.Equal(Accuracy(run), (double)Diagonal(lines, out int total) / total, 4);
        Assert.Equal(200, total);
        Assert.InRange(Accuracy(run), RegressionAccuracy(run), 1);
        Assert.Matches(@"^latency [\d.]+ µs for one image \(median\)$", lines[^2]);
        Assert.EndsWith("loaded again, it predicts the same bits", lines[^1]);
    }

    [Fact]
    [Trait("Mathematics", "H6")]
    public void It_shows_what_augmentation_makes_of_digits_and_trains_on_that()
    {
        string[] few = ["--images", "600", "--epochs", "1", "--save"];
        CommandResult augmented = Run([.. few, folder["augmented"], "--augment"]).Succeeded();
        Run([.. few, folder["plain"]]).Succeeded();

        string[] lines = augmented.OutputLines;
        int before = Array.FindIndex(lines, line => line.Contains("as it is")), after = Array.FindIndex(lines, line => line.Contains("as epoch 1 sees it"));
        Assert.Equal(["0, as it is", "1, as it is", "2, as it is", "3, as it is"], Regex.Split(lines[before].Trim(), "  +"));
        Assert.Equal(["0, as epoch 1 sees it", "1, as epoch 1 sees it", "2, as epoch 1 sees it", "3, as epoch 1 sees it"], Regex.Split(lines[after].Trim(), "  +"));
        string[][] pictures = [lines[1..before], lines[(before + 1)..after]];
        Assert.All(pictures, picture => Assert.InRange(string.Concat(picture).Count(cell => cell is '▀' or '▄' or '█'), 50, 800));
        Assert.NotEqual(pictures[0], pictures[1]);
        Assert.NotEqual(File.ReadAllBytes(folder["plain"]), File.ReadAllBytes(folder["augmented"]));
    }

    [Fact]
    public void LeNet_reads_more_digits_than_the_perceptron_from_as_many_images()
    {
        string[] few = ["--images", "3000", "--epochs", "4"];
        CommandResult convolutional = Run([.. few, "--model", "cnn"]).Succeeded();

        Assert.StartsWith("LeNet-5", convolutional.OutputLines[1]);
        Assert.InRange(Accuracy(convolutional), Accuracy(Run([.. few, "--model", "mlp"]).Succeeded()), 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_network_and_another_one_another()
    {
        foreach ((string file, string seed) in new[] { ("a", "5"), ("b", "5"), ("c", "6") })
        {
            Run([.. Short, "--seed", seed, "--save", folder[file]]).Succeeded();
        }

        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
        Assert.NotEqual(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["c"]));
    }

    [MnistFact]
    public void Digits_reaches_93_percent_on_2000_images_of_MNIST()
    {
        CommandResult run = Run("--data", MnistFactAttribute.Folder!).Succeeded();

        Assert.Equal($"10000 images to train, 2000 others to test, {MnistFactAttribute.Folder}", run.OutputLines[0]);
        Assert.InRange(Accuracy(run), 0.93, 1);
        messages.Say($"Digits on MNIST: accuracy {Accuracy(run)}, softmax regression {RegressionAccuracy(run)}");
    }

    [Fact]
    public void It_trains_on_any_two_pairs_of_IDX_files()
    {
        Write("a", IdxFiles.Gzip(DrawnImages(0, 600)));
        Write("b", IdxFiles.Labels(600));
        Write("c", DrawnImages(600, 100));
        Write("d", IdxFiles.Gzip(IdxFiles.Labels(100)));

        CommandResult run = Run("--data", folder.Path, "--epochs", "5").Succeeded();

        Assert.Equal($"600 images to train, 100 others to test, {folder.Path}", run.OutputLines[0]);
        Assert.InRange(Accuracy(run), 0.4, 1); // chance is 0.1
    }

    [Fact]
    public void A_single_pair_is_split()
    {
        Write("a", DrawnImages(0, 600));
        Write("b", IdxFiles.Labels(600));

        Assert.Equal($"500 images to train, 100 others to test, {folder.Path}", Run("--data", folder.Path, "--epochs", "1").Succeeded().OutputLines[0]);
    }

    [Fact]
    public void A_truncated_file_is_an_error()
    {
        Write("train-images-idx3-ubyte", IdxFiles.Images(20));
        Write("train-labels-idx1-ubyte", IdxFiles.Labels(20)[..^3]);

        Refused("train-labels-idx1-ubyte: expected 20 = 20 bytes after the header, found 17.", "--data", folder.Path);
    }

    [Fact]
    public void A_foreign_file_under_the_name_of_IDX_is_an_error()
    {
        Write("t10k-images-idx3-ubyte", "<html>not found</html>"u8.ToArray());

        Refused("t10k-images-idx3-ubyte: expected IDX", "--data", folder.Path);
    }

    [Fact]
    public void A_folder_without_IDX_files_is_an_error()
    {
        Write("readme.txt", "digits"u8.ToArray());

        Refused("found no IDX file.", "--data", folder.Path);
    }

    [Fact]
    public void Images_of_another_size_are_an_error()
    {
        Write("a", IdxFiles.Bytes(0x803, [20, 8, 8], new byte[20 * 64]));
        Write("b", IdxFiles.Labels(20));

        Refused("a: expected images of 28 × 28, they are 8 × 8.", "--data", folder.Path);
    }

    [Fact]
    public void A_label_that_is_no_digit_is_an_error()
    {
        Write("a", IdxFiles.Images(3));
        Write("b", IdxFiles.Bytes(0x801, [3], [3, 12, 4]));

        Refused("b: expected labels from 0 to 9, label 1 is 12.", "--data", folder.Path);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_that_names_it() => Refused("nowhere", "--data", "nowhere");

    [Theory]
    [InlineData("--epochs: expected 1 to 10000, not 0.", "--epochs", "0")]
    [InlineData("--images: expected 60 to 200000, not 5.", "--images", "5")]
    [InlineData("--seed", "--seed", "-1")]
    [InlineData("--epochs: expected 1 to 10000, not many.", "--epochs", "many")]
    [InlineData("--surprise", "--surprise")]
    [InlineData("--save: there is no folder", "--save", "nowhere/digits.safetensors")]
    [InlineData("--data and --images cannot go together: digits that are read are not drawn.", "--data", ".", "--images", "600")]
    [InlineData("--weights and --checkpoint cannot go together: weights are judged without training.", "--weights", "a", "--checkpoint", "b")]
    [InlineData("--report: there is no folder", "--report", "nowhere/digits.html")]
    [InlineData("--weights and --report cannot go together: weights are judged without training.", "--weights", "a", "--report", "b")]
    [InlineData("--weights and --epochs cannot go together: weights are judged without training.", "--weights", "a", "--epochs", "3")]
    [InlineData("--weights and --augment cannot go together: weights are judged without training.", "--weights", "a", "--augment")]
    [InlineData("--save and --report cannot go together into one file, ", "--save", "z", "--report", "./z")]
    [InlineData("--save and --export cannot go together into one file, ", "--save", "z", "--export", "z")]
    [InlineData("--checkpoint and --report cannot go together into one file, ", "--checkpoint", "z", "--report", "z")]
    [InlineData("--report: expected a file, but . is a folder.", "--report", ".")]
    public void Options_that_make_no_sense_are_an_error(string message, params string[] arguments) => Refused(message, arguments);

    [Fact]
    public void Exported_weights_have_the_names_of_PyTorch_and_judge_the_same_when_they_come_back()
    {
        CommandResult trained = Run([.. Short, "--export", folder["digits.safetensors"]]).Succeeded();

        var file = TensorFile.Read(folder["digits.safetensors"]);
        Assert.Equal(
            ["0.bias [128]", "0.weight [128, 784]", "2.bias [10]", "2.weight [10, 128]"],
            file.Tensors.Select(tensor => $"{tensor.Name} [{string.Join(", ", tensor.Shape)}]").Order(StringComparer.Ordinal));

        CommandResult judged = Run("--weights", folder["digits.safetensors"], "--images", "1200", "--export", folder["again.safetensors"]).Succeeded();

        Assert.Equal(Line(trained, "test accuracy"), $"{Line(judged, "test accuracy")} it never trained on");
        Assert.DoesNotContain(judged.OutputLines, line => line.Contains("epoch") || line.Contains("softmax"));
        Assert.Equal(File.ReadAllBytes(folder["digits.safetensors"]), File.ReadAllBytes(folder["again.safetensors"]));
    }

    [Fact]
    public void Weights_of_another_network_are_an_error_that_lists_what_differs_in_one_line()
    {
        new SoftmaxRegression(seed: 1).Save(folder["linear.safetensors"]);

        CommandResult run = Refused("0.weight", "--weights", folder["linear.safetensors"], "--images", "60");

        Assert.Contains("2.weight", run.Error);
    }

    [Fact]
    public void Weights_that_are_not_there_are_an_error_that_names_them() => Refused("nowhere.safetensors", "--weights", "nowhere.safetensors", "--images", "60");

    [Fact]
    public void A_damaged_weights_file_is_an_error()
    {
        Write("digits.safetensors", [1, 2, 3]);

        Refused("digits.safetensors", "--weights", folder["digits.safetensors"], "--images", "60");
    }

    [Fact]
    public void A_checkpoint_goes_on_to_the_same_bits()
    {
        string[] images = ["--images", "1200", "--checkpoint", folder["checkpoint"], "--save"];
        Run([.. images, folder["first"], "--epochs", "1"]).Succeeded();
        CommandResult rest = Run([.. images, folder["resumed"], "--epochs", "3"]).Succeeded();
        Run([.. Short, "--save", folder["straight"]]).Succeeded();

        Assert.Contains(rest.OutputLines, line => line.Contains("goes on after 1 epochs"));
        Assert.Equal(File.ReadAllBytes(folder["straight"]), File.ReadAllBytes(folder["resumed"]));
        Assert.NotEqual(File.ReadAllBytes(folder["straight"]), File.ReadAllBytes(folder["first"]));
    }

    [Fact]
    public void A_report_stays_where_a_checkpoint_has_left_no_epoch_to_run()
    {
        string[] arguments = [.. Short, "--checkpoint", folder["checkpoint"], "--report", folder["report.html"]];
        Run(arguments).Succeeded();
        byte[] before = File.ReadAllBytes(folder["report.html"]);

        CommandResult again = Run(arguments).Succeeded();

        Assert.Equal(before, File.ReadAllBytes(folder["report.html"]));
        Assert.Contains($"no report in {folder["report.html"]}: the checkpoint has left no epoch to run", again.OutputLines);
    }

    [Fact]
    public void A_checkpoint_of_another_training_is_an_error_and_stays_as_it_is()
    {
        Run([.. Short, "--checkpoint", folder["checkpoint"]]).Succeeded();
        byte[] before = File.ReadAllBytes(folder["checkpoint"]);

        CommandResult run = Run([.. Short, "--seed", "2", "--checkpoint", folder["checkpoint"]]);

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Contains("another training", run.Error);
        Assert.Equal(before, File.ReadAllBytes(folder["checkpoint"]));
    }

    [UnixFact]
    public void Ctrl_C_ends_with_130_and_one_line_that_says_where_the_checkpoint_is()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Digits.dll"), "--epochs", "1000", "--images", "6000", "--checkpoint", folder["checkpoint"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is string line && !line.Contains("epoch"))
        {
        }

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        Task<string> rest = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(130, process.ExitCode);
        Assert.Equal($"Cancelled. The training is in {folder["checkpoint"]}; the same command goes on from there.", error.Trim());
        Assert.DoesNotContain("test accuracy", rest.Result);
        Assert.True(File.Exists(folder["checkpoint"]));
    }

    private static CommandResult Run(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Digits.dll"), .. arguments]);

    /// <summary>One line on the error stream, nothing else, and exit code 1.</summary>
    private static CommandResult Refused(string says, params string[] arguments)
    {
        CommandResult run = Run(arguments);
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains(says, Assert.Single(run.Error.Trim().Split('\n')));
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(run.OutputLines);
        return run;
    }

    private static byte[] DrawnImages(int first, int count)
    {
        float[] pixels = new float[count * 784];
        DrawnDigits.Draw(seed: 9, first, count).Read([.. Enumerable.Range(0, count)], pixels, [], new int[count]);
        return IdxFiles.Bytes(0x803, [(uint)count, 28, 28], Array.ConvertAll(pixels, pixel => (byte)(255 * pixel)));
    }

    private static string Line(CommandResult run, string start) => run.OutputLines.Single(line => line.StartsWith(start, StringComparison.Ordinal));

    private static double Accuracy(CommandResult run) => Number(Line(run, "test accuracy"));

    private static double RegressionAccuracy(CommandResult run) => Number(Line(run, "softmax regression"));

    private static double Number(string line) => double.Parse(AccuracyPattern().Match(line).Groups[1].Value, CultureInfo.InvariantCulture);

    private static int Diagonal(string[] lines, out int total)
    {
        int head = Array.FindIndex(lines, line => line.StartsWith("is \\ taken for", StringComparison.Ordinal));
        int[][] counts = [.. lines[(head + 1)..(head + 11)].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..11].Select(cell => cell == "·" ? 0 : int.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        total = counts.Sum(row => row.Sum());
        return counts.Select((row, index) => row[index]).Sum();
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(folder[name], bytes);

    [GeneratedRegex(@"test accuracy (\d\.\d{4})")]
    private static partial Regex AccuracyPattern();

    public sealed class Messages(IMessageSink sink)
    {
        public void Say(string text) => sink.OnMessage(new DiagnosticMessage(text));
    }
}

/// <summary>A test that sends a signal.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows sends no signal to one process alone" : null;
}

/// <summary>A test on MNIST, which is no part of the repository.</summary>
internal sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute() => Skip = Absence;

    public static string? Absence => Folder is null ? "MNIST is absent: set NETGEN_SHARED to a folder that holds data/mnist" : null;

    public static string? Folder { get; } =
        Repository.Shared is string shared && Path.Combine(shared, "data", "mnist") is string mnist && Directory.Exists(mnist) ? mnist : null;
}

/// <summary>Several tests on MNIST.</summary>
internal sealed class MnistTheoryAttribute : TheoryAttribute
{
    public MnistTheoryAttribute() => Skip = MnistFactAttribute.Absence;
}
