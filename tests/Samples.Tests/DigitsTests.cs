using System;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace NetGen.Samples.Tests;

public sealed class DigitsTests(DigitsTests.Messages messages) : IClassFixture<DigitsTests.Messages>
{
    [MnistFact]
    public void Digits_reaches_93_percent_in_under_a_minute()
    {
        long start = Environment.TickCount64;
        CommandResult run = Run("--data", MnistFactAttribute.Folder!).Succeeded();
        TimeSpan time = TimeSpan.FromMilliseconds(Environment.TickCount64 - start);

        string[] losses = [.. run.OutputLines.Where(line => line.StartsWith("epoch ", StringComparison.Ordinal))];
        Assert.Equal(25, losses.Length);
        Assert.True(Number(losses[^1]) < Number(losses[0]) / 10, run.Output);
        Assert.InRange(Number(run.OutputLines.Single(line => line.StartsWith("test accuracy ", StringComparison.Ordinal))), 0.93, 1);
        string latency = run.OutputLines.Single(line => line.StartsWith("latency ", StringComparison.Ordinal));
        Assert.InRange(time.TotalSeconds, 0, 60);
        messages.Say($"Digits: {run.OutputLines[^2]}, {latency}, {time.TotalSeconds:F1} s in all");
    }

    [Fact]
    public void A_damaged_file_is_one_line_on_the_error_stream_and_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["train-labels-idx1-ubyte"], IdxFiles.Labels(20)[..^3]);

        CommandResult run = Run("--data", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("train-labels-idx1-ubyte: expected 20 = 20 bytes after the header, found 17.", run.Error.Trim());
        Assert.Empty(run.OutputLines);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_that_names_it()
    {
        CommandResult run = Run("--data", "nowhere");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nowhere", run.Error);
        Assert.DoesNotContain("   at ", run.Error + run.Output);
    }

    private static CommandResult Run(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Digits.dll"), .. arguments]);

    private static double Number(string line) => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);

    public sealed class Messages(IMessageSink sink)
    {
        public void Say(string text) => sink.OnMessage(new DiagnosticMessage(text));
    }
}

/// <summary>A test on MNIST, which is no part of the repository.</summary>
internal sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute() => Skip = Folder is null ? "MNIST is absent: set NETGEN_SHARED to a folder that holds data/mnist" : null;

    public static string? Folder { get; } =
        Repository.Shared is string shared && Path.Combine(shared, "data", "mnist") is string mnist && Directory.Exists(mnist) ? mnist : null;
}
