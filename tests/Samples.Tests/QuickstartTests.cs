using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests;

public sealed partial class QuickstartTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_README_shows_the_program_of_the_quickstart_in_fewer_than_30_lines()
    {
        string shown = CodeBlock().Match(Readme).Groups[1].Value;
        string program = File.ReadAllText(Path.Combine(Repository.Root, "samples", "Quickstart", "Program.cs")).ReplaceLineEndings("\n");

        Assert.Equal(program, shown);
        Assert.InRange(shown.Count(character => character == '\n'), 1, 29);
    }

    [Fact]
    public void It_learns_two_spirals_and_draws_the_boundary()
    {
        string[] lines = Command.Run(Repository.Root, "dotnet", "run", "-c", "Release", "--project", "samples/Quickstart").Succeeded().OutputLines;

        Match result = Result().Match(lines[0]);
        Assert.True(result.Success, lines[0]);
        Assert.InRange(Number(result, 1), 0, 0.1); // chance is ln 2 = 0.69
        Assert.InRange(Number(result, 2), 98, 100);
        string[] picture = lines[1..]; // without colour codes, for this is no terminal
        Assert.Equal(24, picture.Length);
        Assert.All(picture, line => Assert.Matches("^[·░▒▓█]{48}$", line));

        // The line through the middle crosses the arms of both spirals.
        Assert.InRange(CountChanges(picture[12]), 3, 12);
    }

    private static int CountChanges(string line) => line.Zip(line[1..], (left, right) => left == '█' != (right == '█')).Count(change => change);

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^loss ([\d.]+), accuracy ([\d.]+)%$")]
    private static partial Regex Result();
}
