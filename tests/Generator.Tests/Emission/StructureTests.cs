using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>What the emitted code may hold and what not, read from its syntax and its operations.</summary>
public sealed class StructureTests
{
    [Theory]
    [InlineData("Wide")]
    [InlineData("Lanes8")]
    [InlineData("Lanes4")]
    public void A_row_of_a_tiny_network_is_written_out(string form) =>
        Assert.Empty(Loops(Assert.Single(Emitted.Of(Declarations.Tiny).Methods(form, "Predict"))));

    [Theory]
    [InlineData("Lanes8")]
    [InlineData("Lanes4")]
    [InlineData("Portable")]
    public void A_row_of_a_small_network_takes_loops_with_constant_bounds(string form)
    {
        MethodDeclarationSyntax predict = Assert.Single(Emitted.Of(Declarations.Small).Methods(form, "Predict"));
        Assert.NotEmpty(Loops(predict));
        Assert.All(Loops(predict), loop => Assert.True(HasConstantBounds(loop), loop.ToString()));
    }

    [Theory]
    [InlineData(Declarations.Tiny)]
    [InlineData(Declarations.Small)]
    [InlineData(Declarations.Large)]
    public void A_batch_of_any_network_goes_over_the_tiles_and_one_row_does_not(string attributes)
    {
        Emitted emitted = Emitted.Of(attributes);
        Assert.All(new[] { "Wide", "Portable" }, form => Assert.All(new[] { "PredictRows", "TrainForward", "TrainBackward" }, pass =>
            Assert.All(emitted.Methods(form, pass), method => Assert.True(CallsTiles(method)))));
        Assert.All(emitted.Forms, form => Assert.All(emitted.Methods(form.Identifier.Text, "Predict"), method => Assert.False(CallsTiles(method))));
    }

    [Fact]
    public void What_is_written_for_a_number_of_lanes_predicts_one_row_and_nothing_else() => Assert.Equal(
        ["Lanes8", "Lanes4"], Emitted.Of(Declarations.Tiny).Forms.Where(form => form.Members is [MethodDeclarationSyntax { Identifier.Text: "Predict" }]).Select(form => form.Identifier.Text));

    [Theory]
    [InlineData(Declarations.Tiny)]
    [InlineData(Declarations.Large)]
    public void A_debug_build_predicts_one_row_over_the_tiles_which_are_optimized_there_too(string attributes)
    {
        Emitted debug = Emitted.InDebug(attributes);
        Assert.Equal(["Wide", "Portable"], debug.Forms.Select(form => form.Identifier.Text));
        Assert.All(debug.Forms, form => Assert.DoesNotContain(form.Members.Cast<MethodDeclarationSyntax>(), method => method.Identifier.Text == "Predict"));
        Assert.Contains("Predict(1, ", Assert.Single(debug.Methods("Mathematics", "PredictRow")).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Predict")]
    [InlineData(100, "Predict", "Predict1", "Predict2")]
    public void A_pass_is_one_method_or_calls_one_for_every_section_in_their_order(int layers, params string[] first)
    {
        MethodDeclarationSyntax[] methods = [.. Emitted.Of($"[Input(64)] {string.Concat(Enumerable.Repeat("[Activate(Activation.Tanh)] ", layers))}").Class("Lanes8").Members.Cast<MethodDeclarationSyntax>()];
        Assert.Equal(first, methods.Take(first.Length).Select(method => method.Identifier.Text));
        Assert.Equal(methods.Skip(1).Select(method => method.Identifier.Text), layers == 1 ? [] : methods[0].Body!.Statements.Select(call => call.ToString().Split('(')[0]));
        Assert.All(methods.Skip(1), method => Assert.Contains("NoInlining", method.AttributeLists.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Layers_of_the_same_sizes_share_a_method_where_predicting_a_row_takes_several()
    {
        const string Unit = "[Dense(64, Activation.Tanh)] [Dense(32, Bias = false)] [Dense(64, Activation.LeakyReLU)] [Dense(64, Activation.LeakyReLU, Slope = 0.2)] ";
        string network = $"[Input(64)] {string.Concat(Enumerable.Repeat(Unit, 25))}";
        Assert.All(Emitted.Of(network).Forms, form =>
        {
            MethodDeclarationSyntax[] products = [.. form.Members.Cast<MethodDeclarationSyntax>().Where(method => method.Identifier.Text.StartsWith("Product", StringComparison.Ordinal))];
            Assert.Equal(["Product1", "Product2", "Product3", "Product4"], products.Select(method => method.Identifier.Text));
            Assert.All(products, method => Assert.Equal(25, form.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(call => call.Expression.ToString() == method.Identifier.Text)));
        });
        Assert.DoesNotContain("Product1", Emitted.Of("[Input(64)] [Dense(64, Activation.Tanh)] [Dense(64, Activation.Tanh)]").Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Declarations.Theory), MemberType = typeof(Declarations))]
    public void Every_loop_runs_over_rows_or_has_constant_bounds(string attributes) => Assert.All(Emitted.Of(attributes).Forms, form =>
        Assert.All(Loops(form), loop => Assert.True(HasConstantBounds(loop) || RunsOverRows(loop), loop.ToString())));

    [Theory]
    [MemberData(nameof(Declarations.Theory), MemberType = typeof(Declarations))]
    public void Every_pass_and_driver_is_optimized_at_once(string attributes) => Assert.All(Emitted.Of(attributes).Forms, form =>
        Assert.All(form.Members.Cast<MethodDeclarationSyntax>(), method =>
        {
            Assert.Contains("AggressiveOptimization", method.AttributeLists.ToString(), StringComparison.Ordinal);
            Assert.All(
                method.DescendantNodes().OfType<LambdaExpressionSyntax>(),
                lambda => Assert.Contains("AggressiveOptimization", lambda.AttributeLists.ToString(), StringComparison.Ordinal));
        }));

    [Theory]
    [MemberData(nameof(Declarations.Theory), MemberType = typeof(Declarations))]
    public void Nothing_dispatches_or_allocates(string attributes)
    {
        CSharpCompilation compilation = Host.Generate(Host.Compile($"using NetGen; [Network] {attributes} public partial class Net;"));
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
        SemanticModel semantics = compilation.GetSemanticModel(tree);
        var bodies = tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            .Where(method => method is MethodDeclarationSyntax).ToList();
        Assert.True(bodies.Count > 20);
        Assert.All(bodies, method => Assert.Empty(Offences(method, semantics)));
    }

    [Theory]
    [MemberData(nameof(Declarations.Theory), MemberType = typeof(Declarations))]
    public void Only_a_single_loss_of_classes_is_passed_labels(string attributes) => Assert.Equal(
        attributes.Contains("Loss.CrossEntropy", StringComparison.Ordinal) && attributes.Split("Loss(Loss.").Length == 2, Emitted.Of(attributes).Text.Contains("label", StringComparison.Ordinal));

    [Fact]
    public void Offences_are_found()
    {
        const string Source = """
            using System;
            using System.Linq;

            sealed class Wrong
            {
                object Box() => 1;
                object Reference() => new object();
                float[] Array() => new float[3];
                int[] Collection() => [1, 2];
                Func<int> Lambda() => () => 1;
                Action Group() => Reset;
                string Text() => 1.ToString() + "a";
                int Virtual(object o) => o.GetHashCode();
                int Interface(IComparable<int> o) => o.CompareTo(1);
                int Linq(int[] a) => a.Sum();
                void Each(int[] a) { foreach (int x in a) { } }
                static void Reset() { }
            }
            """;
        CSharpCompilation compilation = Host.Compile(Source);
        SemanticModel semantics = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.All(
            compilation.SyntaxTrees.Single().GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text != "Reset"),
            method => Assert.NotEmpty(Offences(method, semantics)));
    }

    private static IEnumerable<StatementSyntax> Loops(SyntaxNode node) =>
        node.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or GotoStatementSyntax);

    private static bool CallsTiles(SyntaxNode node) => node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.Text is "DenseKernels" or "DividedKernels");

    /// <summary>Starts, limits and steps are made of numbers, and of the number of lanes.</summary>
    private static bool HasConstantBounds(StatementSyntax loop) =>
        loop is ForStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } start } variable], Condition: BinaryExpressionSyntax { Right: { } limit } condition, Incrementors: [{ } step] } &&
        IsConstant(start) && IsConstant(limit) && condition.Left.ToString() == variable.Identifier.Text && step switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: { } by } => IsConstant(by),
            _ => step.IsKind(SyntaxKind.PostIncrementExpression),
        };

    private static bool IsConstant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => true,
        BinaryExpressionSyntax binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        ParenthesizedExpressionSyntax inner => IsConstant(inner.Expression),
        CastExpressionSyntax cast => IsConstant(cast.Expression),
        _ => expression.ToString() == "Vector<float>.Count",
    };

    private static bool RunsOverRows(StatementSyntax loop) =>
        loop is ForStatementSyntax counted && (counted.Declaration?.ToString(), counted.Condition?.ToString(), counted.Ancestors().Any(IsShared)) is ("int row = 0", "row < rows", false) or ("int first = 0", "first < rows", false) or ("int row = first", "row < end", true);

    /// <summary>A pass over rows that threads share: made once and kept, because it captures nothing.</summary>
    private static bool IsShared(SyntaxNode node) =>
        node is ParenthesizedLambdaExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax call } lambda &&
        call.Expression.ToString() == "DividedRows.Run" && lambda.Modifiers.Any(SyntaxKind.StaticKeyword);

    /// <summary>What allocates or dispatches, except on the way out with an exception.</summary>
    private static IEnumerable<string> Offences(BaseMethodDeclarationSyntax method, SemanticModel semantics)
    {
        IOperation body = semantics.GetOperation(method) ?? throw new InvalidOperationException($"{method} has no body.");
        return body.Descendants().Where(operation => !IsThrown(operation) && !IsShared(operation.Syntax) && operation switch
        {
            IObjectCreationOperation created => created.Type!.IsReferenceType && !IsWorkspace(created),
            IArrayCreationOperation array => array.Syntax is not StackAllocArrayCreationExpressionSyntax,
            ICollectionExpressionOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation => true,
            IInterpolatedStringOperation or IForEachLoopOperation or IDynamicInvocationOperation => true,
            IBinaryOperation sum => sum.Type!.SpecialType == SpecialType.System_String,
            IConversionOperation conversion => conversion.Type is { IsReferenceType: true } && conversion.Operand.Type is { IsValueType: true },
            IInvocationOperation call => call.IsVirtual || call.TargetMethod.ContainingType.TypeKind == TypeKind.Interface || call.TargetMethod.ContainingNamespace.ToString() == "System.Linq",
            IPropertyReferenceOperation property => property.Instance is not null && (property.Property.IsVirtual || property.Property.ContainingType.TypeKind == TypeKind.Interface),
            _ => false,
        }).Select(operation => operation.Syntax.ToString());
    }

    private static bool IsThrown(IOperation operation) => operation.Syntax.Ancestors().Any(node => node is ThrowExpressionSyntax or ThrowStatementSyntax);

    /// <summary>Making a workspace is what CreateWorkspace is for.</summary>
    private static bool IsWorkspace(IObjectCreationOperation created) => created.Type!.Name == "Workspace";
}
