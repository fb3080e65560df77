using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Empties the methods that compute on the CPU, which are not under test here: to compile them would take most of the time.</summary>
internal sealed class HollowForm : CSharpSyntaxRewriter
{
    private static readonly BlockSyntax nothing = SyntaxFactory.Block(SyntaxFactory.ParseStatement("throw new System.NotSupportedException();"));

    private HollowForm()
    {
    }

    public static CSharpCompilation Of(CSharpCompilation emitted) => emitted.SyntaxTrees.Where(tree => !tree.ToString().Contains("ILGPU", StringComparison.Ordinal)).Aggregate(
        emitted, (compilation, file) => compilation.ReplaceSyntaxTree(file, file.WithRootAndOptions(new HollowForm().Visit(file.GetRoot()), file.Options)));

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        node.Body is not null && node.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.FileKeyword) ? node.WithBody(nothing) : node;
}
