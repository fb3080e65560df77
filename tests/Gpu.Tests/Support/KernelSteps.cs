using System;
using System.Collections.Generic;
using System.Linq;
using ILGPU.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace NetGen.Gpu.Tests.Support;

/// <summary>
/// Gives every kernel a twin that yields where the kernel has a barrier, for the double to take it in steps
/// (<see cref="Steps"/>), and so the methods with barriers that kernels call. Nothing else of them changes.
/// </summary>
internal sealed class KernelSteps : CSharpSyntaxRewriter
{
    private const string Enumerator = "System.Collections.Generic.IEnumerator<int>";
    private const string Result = "resultOfSteps";

    private static readonly StatementSyntax end = ParseStatement("yield break;");
    private static readonly StatementSyntax unused = ParseStatement("throw new System.NotSupportedException();");

    private readonly EmittedKernels kernels;
    private readonly Func<SyntaxNode, string> barrier;
    private int results;

    private KernelSteps(EmittedKernels kernels, Func<SyntaxNode, string> barrier)
    {
        this.kernels = kernels;
        this.barrier = barrier;
    }

    /// <summary>The compilation with the steps of its kernels.</summary>
    public static CSharpCompilation Of(CSharpCompilation emitted) => Of(emitted, new(emitted), _ => "yield return 0;");

    /// <summary>The same, where one barrier may be left out of every run: the one that <see cref="RemovedBarrier"/> says.</summary>
    public static CSharpCompilation OfMutants(CSharpCompilation emitted)
    {
        var kernels = new EmittedKernels(emitted);
        SyntaxNode[] barriers = [.. kernels.Barriers];
        return Of(emitted, kernels, barrier => $"if ({typeof(RemovedBarrier).FullName}.Place != {Array.IndexOf(barriers, barrier)}) yield return 0;");
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node) => node.WithStatements(List(node.Statements.SelectMany(InSteps)));

    private static CSharpCompilation Of(CSharpCompilation emitted, EmittedKernels kernels, Func<SyntaxNode, string> barrier)
    {
        var steps = new KernelSteps(kernels, barrier);
        return kernels.Files.Aggregate(emitted, (compilation, file) =>
        {
            SyntaxNode root = file.GetRoot();
            SyntaxNode changed = root.ReplaceNodes(
                kernels.Methods.Where(method => method.SyntaxTree == file).Select(method => (ClassDeclarationSyntax)method.Parent!).Distinct(),
                (type, _) => type.WithMembers(List(type.Members.SelectMany(steps.WithTwin))));
            return compilation.ReplaceSyntaxTree(file, file.WithRootAndOptions(changed, file.Options));
        });
    }

    /// <summary>A member as it is, or without its body, which is not run, and its twin.</summary>
    private IEnumerable<MemberDeclarationSyntax> WithTwin(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { Body: not null } method && (kernels.IsKernel(method) || kernels.Waits(method))
            ? [method.WithBody(Block(unused)), Twin(method)]
            : [member];

    private MethodDeclarationSyntax Twin(MethodDeclarationSyntax method)
    {
        MethodDeclarationSyntax twin = method
            .WithIdentifier(Identifier(method.Identifier.ValueText + Steps.Suffix))
            .WithReturnType(ParseTypeName($"{Enumerator} "))
            .WithLeadingTrivia()
            .WithBody(((BlockSyntax)Visit(method.Body!)).AddStatements(end));
        return ReturnsNothing(method) ? twin
            : twin.AddParameterListParameters(Parameter(Identifier(Result)).WithType(ParseTypeName($"{Of(method.ReturnType.ToString())} ")));
    }

    /// <summary>A statement, after the calls in it of methods with barriers, which are taken in steps.</summary>
    private IEnumerable<StatementSyntax> InSteps(StatementSyntax statement)
    {
        if (EmittedKernels.IsBarrier(statement))
        {
            return [ParseStatement(barrier(statement))];
        }

        if (statement is not (LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax))
        {
            return [(StatementSyntax)Visit(statement)];
        }

        List<StatementSyntax> before = [];
        StatementSyntax left = statement.ReplaceNodes(
            statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => kernels.WaitsIn(call) is not null),
            (call, changed) => Awaited(kernels.WaitsIn(call)!, changed, before));
        return [.. before, .. left is ReturnStatementSyntax { Expression: var returned } ? Returned(returned) : [left]];
    }

    private ExpressionSyntax Awaited(IMethodSymbol method, InvocationExpressionSyntax call, List<StatementSyntax> before)
    {
        string result = $"{Result}{++results}";
        string target = call.Expression + Steps.Suffix, arguments = call.ArgumentList.Arguments.ToString();
        if (method.ReturnsVoid)
        {
            throw new NotSupportedException($"{call} has a barrier and gives nothing.");
        }

        string type = Of(method.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        before.Add(ParseStatement($"var {result} = new {type}();"));
        before.Add(ParseStatement($"for ({Enumerator} steps{results} = {target}({arguments}, {result}); steps{results}.MoveNext();) yield return 0;"));
        return ParseExpression($"{result}.Value");
    }

    private static IEnumerable<StatementSyntax> Returned(ExpressionSyntax? value) =>
        value is null ? [end] : [ParseStatement($"{Result}.Value = {value};"), end];

    private static bool ReturnsNothing(MethodDeclarationSyntax method) => method.ReturnType.ToString() == "void";

    private static string Of(string type) => $"{typeof(StepsResult<>).FullName!.Split('`')[0]}<{type}>";
}
