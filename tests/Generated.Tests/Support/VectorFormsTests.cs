using System.Linq;
using System.Numerics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Support;

/// <summary>A network that is held to a form has no other code to run.</summary>
public sealed partial class VectorFormsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(VectorForm.Vector, "Vector<float>")]
    [InlineData(VectorForm.Vector512, "Vector512<float>")]
    [InlineData(VectorForm.Portable, "Vector<float>")]
    public void OnlyTheFormThatIsAskedForIsLeft(VectorForm form, string type)
    {
        string file = Assert.Single(NetworkCompiler.Generate(
            [NetworkDeclaration.Of("Tiny", [4], new Dense(16, Activation.Tanh), new Dense(16, Activation.ReLU), new Dense(2)).With(Loss.HalfSquaredError)]).Files);
        string[] expected = form switch
        {
            VectorForm.Vector512 => ["Wide"],
            VectorForm.Vector when Vector<float>.Count < 16 => [$"Lanes{Vector<float>.Count}", "Portable"],
            _ => ["Portable"],
        };
        string held = VectorForms.Held(CSharpSyntaxTree.ParseText(file, NetworkCompiler.Parsing).GetRoot(), form)!.ToFullString();

        string[] all = [.. Forms().Matches(file).Select(match => match.Groups[1].Value)];
        Assert.Equal(["Wide", "Lanes8", "Lanes4", "Portable"], all);
        Assert.Equal(expected, Forms().Matches(held).Select(match => match.Groups[1].Value));
        Assert.All(all.Except(expected), other => Assert.DoesNotContain($"{other}.", held));
        Assert.Contains(type, held);
        output.WriteLine($"{form} runs {string.Join(" and ", expected)} here, {Width.Text}.");
    }

    [GeneratedRegex(@"file static class (Wide|Lanes\d+|Portable)\b")]
    private static partial Regex Forms();
}
