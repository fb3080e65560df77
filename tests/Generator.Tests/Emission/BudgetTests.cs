using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generator.Tests;

/// <summary>
/// Beyond these numbers per method the JIT stops optimizing or inlining without a word. Every network that is still
/// written out has to stay below them, so the sweep looks for the largest of many shapes.
/// </summary>
public sealed class BudgetTests(ITestOutputHelper output)
{
    private const int Branches = 500;
    private const int Locals = 400;
    private const int MultiplyAdds = 800;
    private const int LocalReferences = 6000;
    private const int InlinedActivations = 60;

    /// <summary>Families of networks that grow with a number.</summary>
    private static readonly Dictionary<string, Func<int, string>> families = new()
    {
        ["many inputs"] = size => $"[Input({size})] [Dense(16)] [Dense(1)] [Loss(Loss.MeanSquaredError)]",
        ["few of many inputs"] = size => $"[Input({size})] [Dense(1)]",
        ["wide and linear"] = size => $"[Input(1)] [Dense({size})] [Dense(1)]",
        ["wide outputs"] = size => $"[Input(1)] [Dense({size}, Activation.Tanh)] [Loss(Loss.MeanSquaredError)]",
        ["from two vectors"] = size => $"[Input(17)] [Dense({size})]",
        ["square"] = size => $"[Input({size})] [Dense({size}, Activation.Tanh)] [Dense({size})] [Loss(Loss.HalfSquaredError)]",
        ["wide outputs that keep their input"] = size => $"[Input(1)] [Dense({size}, Activation.GELU)] [Loss(Loss.MeanSquaredError)]",
        ["deep and narrow"] = size => $"[Input(4)] {string.Concat(Enumerable.Repeat("[Dense(4, Activation.Tanh)] ", size))} [Loss(Loss.MeanSquaredError)]",
        ["deep, narrow and linear"] = size => $"[Input(1)] {string.Concat(Enumerable.Repeat("[Dense(1)] ", size))}",
        ["sums"] = size => $"[Input(16)] [Dense(16, Name = \"d\")] {string.Concat(Enumerable.Range(0, size).Select(i => $"[Add(\"{(i == 0 ? "d" : $"s{i - 1}")}\", \"d\", Name = \"s{i}\")] "))}",
        ["runs"] = size => $"[Input(4)] [Dense({size}, Name = \"d\")] [Reshape({size}, 1, Name = \"r\")] [Concat(\"r\", \"r\", Axis = 1)] [Flatten]",
        ["dropouts"] = size => $"[Input(4)] [Dense(4)] {string.Concat(Enumerable.Repeat("[Dropout(0.5)] ", size))}",
        ["binary cross-entropy"] = size => $"[Input(3)] [Dense({size}, Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]",
        ["cross-entropy"] = size => $"[Input(3)] [Dense({size}, Activation.Softmax)] [Loss(Loss.CrossEntropy)]",
        ["softmax"] = size => $"[Input({size})] [Activate(Activation.Softmax)]",
    };

    public static TheoryData<string> Families => new(families.Keys);

    [Theory]
    [MemberData(nameof(Families))]
    public void What_is_written_out_stays_within_the_budget_of_a_method(string family)
    {
        foreach (int lanes in new[] { 4, 8, 16 })
        {
            int most = Most(family, lanes);
            if (most == 0)
            {
                continue;
            }

            Emitted emitted = Emitted.Of(Plan(family, most).Model);
            foreach (MethodDeclarationSyntax method in emitted.Methods(lanes == 16 ? "Wide" : $"Lanes{lanes}", "Predict"))
            {
                int branches = method.DescendantNodes().Count(node => node is IfStatementSyntax or ForStatementSyntax or ConditionalExpressionSyntax);
                int locals = method.DescendantNodes().OfType<VariableDeclaratorSyntax>().Count();
                int products = Calls(method, "MultiplyAddEstimate");
                int references = method.DescendantNodes().OfType<IdentifierNameSyntax>().Count(IsValue);
                int activations = new[] { "Tanh", "Sigmoid", "Softplus", "OneMinusExp", "GELU", "GELUSlope", "Exp", "Log", "Apply" }.Sum(name => Calls(method, name));
                string counts = $"{family} {most}, {lanes} lanes, {method.Identifier.Text}: {branches} branches, {locals} locals, {products} multiply-adds, {references} local references, {activations} activations";
                output.WriteLine(counts);
                Assert.True(branches <= Branches && locals <= Locals && products <= MultiplyAdds && references <= LocalReferences && activations <= InlinedActivations, counts);
            }
        }
    }

    /// <summary>The largest network of a family that is written out; 0 where none is.</summary>
    private static int Most(string family, int lanes)
    {
        int most = 0;
        for (int step = 256; step > 0; step /= 2)
        {
            most += UnrollBudget.Allows(Plan(family, most + step).Predicting, lanes) ? step : 0;
        }

        return most;
    }

    private static NetworkPlan Plan(string family, int size) => Planner.Plan(Programs.Model(families[family](size)));

    private static int Calls(SyntaxNode node, string method) => node.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(call =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: string name } && name == method);

    /// <summary>Names of locals and parameters begin in lower case, but for those of mathematics.</summary>
    private static bool IsValue(IdentifierNameSyntax name) =>
        (name.Parent is not MemberAccessExpressionSyntax access || access.Expression != name) &&
        (char.IsLower(name.Identifier.Text[0]) || name.Identifier.Text[0] is 'W' or 'T');
}
