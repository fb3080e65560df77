using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Emission;

/// <summary>Rules of kernels that the compilers behind ILGPU need, and that no compiler here would miss.</summary>
public sealed class KernelTextTests
{
    // What every device computes by itself, and to the same bits.
    private static readonly string[] mathematics = ["Abs", "Floor", "Max", "Min", "Sqrt"];

    private static readonly CSharpCompilation emitted = GpuCompiler.Emit(Examples.All);
    private static readonly EmittedKernels kernels = new(emitted);

    [Fact]
    public void NoBarrierStandsInABranch() => Assert.Empty(
        from waiting in Waiting()
        where waiting.Ancestors().TakeWhile(node => node is not MethodDeclarationSyntax).Any(node => node is not (BlockSyntax or ForStatementSyntax))
        select Said(waiting));

    /// <summary>Neither out of a method nor out of a loop with a barrier.</summary>
    [Fact]
    public void NoWorkItemLeavesBeforeABarrier() => Assert.Empty(
        from waiting in Waiting()
        let scopes = waiting.Ancestors().OfType<ForStatementSyntax>().Cast<SyntaxNode>().Append(waiting.Ancestors().OfType<MethodDeclarationSyntax>().First())
        from scope in scopes
        from leaving in scope.DescendantNodes()
        where leaving is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax && leaving.SpanStart < waiting.SpanStart
        select Said(leaving));

    [Fact]
    public void EveryBarrierIsOfADevice() => Assert.Empty(
        kernels.Barriers.Where(barrier => !kernels.Methods.Contains(barrier.Ancestors().OfType<MethodDeclarationSyntax>().First())).Select(Said));

    [Fact]
    public void KernelsCallNoMathematicsThatDevicesRoundDifferently() => Assert.Empty(
        from call in OnDevice().OfType<InvocationExpressionSyntax>()
        let method = kernels.Called(call)
        where method?.ContainingType.ToDisplayString() is "System.Math" or "System.MathF" && !mathematics.Contains(method.Name)
        select Said(call));

    [Fact]
    public void KernelsDivideIndicesByPowersOfTwoAlone() => Assert.Empty(
        from division in OnDevice().OfType<BinaryExpressionSyntax>()
        where division.IsKind(SyntaxKind.DivideExpression) || division.IsKind(SyntaxKind.ModuloExpression)
        let model = emitted.GetSemanticModel(division.SyntaxTree)
        where model.GetTypeInfo(division).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64
        where !model.GetConstantValue(division).HasValue && !(model.GetConstantValue(division.Right).Value is int divisor && int.IsPow2(divisor))
        select Said(division));

    /// <summary>The statements that are barriers, or hold one in a method that they call.</summary>
    private static IEnumerable<StatementSyntax> Waiting() =>
        OnDevice().OfType<StatementSyntax>().Where(statement => statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax && kernels.Waits(statement));

    private static IEnumerable<SyntaxNode> OnDevice() => kernels.Methods.SelectMany(method => method.DescendantNodes());

    private static string Said(SyntaxNode node) => $"{node.GetLocation().GetLineSpan()}: {node.ToString().Split('\n')[0]}";
}
