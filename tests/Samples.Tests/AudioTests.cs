using System;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests;

public sealed class AudioTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_learned_amplifier_sounds_like_the_amplifier_and_keeps_up()
    {
        CommandResult run = Run("--folder", folder["sounds"], "--epochs", "10").Succeeded();

        Assert.InRange(Error(run, "after.wav"), 0, 0.05);
        Assert.InRange(Error(run, "before.wav"), 0.1, 100);
        Assert.Equal(0, Error(run, "target.wav"));
        string real = run.OutputLines.Single(line => line.Contains("of real time"));
        Assert.InRange(double.Parse(real.Split(": ")[1].Split('%')[0].Trim(), CultureInfo.InvariantCulture), 0.01, 50);
        Assert.All(Directory.GetFiles(folder["sounds"]), file => Assert.Equal(44 + 2 * 4 * 48_000, new FileInfo(file).Length));
        Assert.Equal("RIFF", string.Concat(File.ReadAllBytes(Path.Combine(folder["sounds"], "after.wav")).Take(4).Select(letter => (char)letter)));
    }

    [Fact]
    public void What_is_wrong_is_one_line()
    {
        File.WriteAllText(folder["taken"], "");

        CommandResult refused = Run("--epochs", "0");
        Assert.Equal((1, "--epochs: expected 1 to 10000, not 0."), (refused.ExitCode, refused.Error.Trim()));
        CommandResult taken = Run("--epochs", "1", "--folder", folder["taken"]);
        Assert.Equal(1, taken.ExitCode);
        Assert.Contains(folder["taken"], Assert.Single(taken.Error.Trim().Split('\n')));
    }

    private static double Error(CommandResult run, string file) => double.Parse(
        run.OutputLines.Single(line => line.Contains(file)).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[2], CultureInfo.InvariantCulture);

    private static CommandResult Run(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Audio.dll"), .. arguments]);
}
