using System;
using System.Diagnostics;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generator.Tests;

public sealed class DeterminismTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Declarations.Theory), MemberType = typeof(Declarations))]
    public void The_same_network_gives_the_same_bytes(string attributes)
    {
        string text = Emitted.Of(attributes).Text;
        Assert.Equal(text, Emitted.Of(attributes).Text);
        using (Culture.Hostile())
        {
            Assert.Equal(text, Emitted.Of(attributes).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Declarations.Theory), MemberType = typeof(Declarations))]
    public void Lines_end_alike_on_every_machine_and_name_none(string attributes)
    {
        string text = Emitted.Of(attributes).Text;
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.DoesNotContain(Environment.MachineName, text, StringComparison.Ordinal);
        Assert.DoesNotContain(AppContext.BaseDirectory, text, StringComparison.Ordinal);
        Assert.DoesNotContain(DateTime.Now.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) + "-", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Declarations.Theory), MemberType = typeof(Declarations))]
    public void Nothing_empty_is_written(string attributes)
    {
        string[] lines = Emitted.Of(attributes).Text.Split('\n');
        for (int index = 1; index < lines.Length - 1; index++)
        {
            string line = lines[index].Trim();
            string before = lines[index - 1].Trim();
            Assert.False(line == "}" && before is "{" or "", $"line {index + 1}: an empty block, or an empty line before a brace");
            Assert.False(line.Length == 0 && before.Length == 0, $"line {index + 1}: two empty lines");
        }
    }

    /// <summary>Printed, for time belongs to the machine.</summary>
    [Fact]
    public void Twenty_layers_are_generated()
    {
        string source = $"using NetGen; [Network, Input(64)] {string.Concat(Enumerable.Repeat("[Dense(64, Activation.Tanh)] ", 20))} [Loss(Loss.MeanSquaredError)] public partial class Net;";
        var compilation = Host.Compile(source);
        compilation.GetDiagnostics();
        for (int round = 0; round < 3; round++)
        {
            var watch = Stopwatch.StartNew();
            int length = Assert.Single(Host.Run(compilation).GeneratedTrees).Length;
            output.WriteLine($"{watch.Elapsed.TotalMilliseconds:F0} ms for {length} characters");
        }
    }
}
