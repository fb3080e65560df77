using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class CultureTests
{
    private const string Network = """
        using NetGen;

        [Network(Seed = 1234567), Input(1200)]
        [Dense(1000, Activation.LeakyReLU, Slope = 0.125, Initializer = Initializer.Constant, Scale = -0.25)]
        [Dropout(0.2)]
        [Dense(1)]
        [Loss(Loss.MeanSquaredError)]
        partial class Numbers;
        """;

    [Fact]
    public void The_culture_is_hostile()
    {
        using (Culture.Hostile())
        {
            Assert.Equal("\u22120,2", (-0.2).ToString(CultureInfo.CurrentCulture));
        }
    }

    [Fact]
    public void Messages_are_the_same_in_every_culture()
    {
        using (Culture.Hostile())
        {
            // The generator says errors alone.
            foreach (DiagnosticCase expected in DiagnosticCases.All.Where(each => Descriptors.All.Single(descriptor => descriptor.Id == each.Id).DefaultSeverity == DiagnosticSeverity.Error))
            {
                Assert.Equal(expected.Message, Assert.Single(Host.Run(expected.Compile(), ("RunAnalyzers", "false")).Diagnostics).GetMessage());
            }
        }
    }

    [Theory]
    [InlineData(Network)]
    [InlineData("using NetGen; [Network(Seed = 1234567), Input(-3)] [Dense(1000)] partial class Wrong;")]
    public void Files_are_the_same_in_every_culture(string source)
    {
        string ordinary = Generate(source);
        using (Culture.Hostile())
        {
            Assert.Equal(ordinary, Generate(source));
        }

        static string Generate(string source) => Assert.Single(Host.Run(Host.Compile(source)).GeneratedTrees).ToString();
    }
}
