using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Holds what is emitted for the CPU, which is not under test here, to vectors of any width: to compile it for each width would take most of the time.</summary>
internal sealed class PortableForm : CSharpSyntaxRewriter
{
    private PortableForm()
    {
    }

    public static CSharpCompilation Of(CSharpCompilation emitted) => emitted.SyntaxTrees.Where(tree => !tree.ToString().Contains("ILGPU", StringComparison.Ordinal)).Aggregate(
        emitted, (compilation, file) => compilation.ReplaceSyntaxTree(file, file.WithRootAndOptions(new PortableForm().Visit(file.GetRoot()), file.Options)));

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node) =>
        node is { Else.Statement: StatementSyntax otherwise } && (node.Condition.ToString().Contains("Vector512.IsHardwareAccelerated", StringComparison.Ordinal) || node.Condition.ToString().StartsWith("Vector<float>.Count ==", StringComparison.Ordinal))
            ? Visit(otherwise) : base.VisitIfStatement(node);

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.FileKeyword) && (node.Identifier.ValueText == "Wide" || node.Identifier.ValueText.StartsWith("Lanes", StringComparison.Ordinal)) ? null : base.VisitClassDeclaration(node);
}
