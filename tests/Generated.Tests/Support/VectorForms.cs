using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Emitted = NetGen.Generator.VectorForm;

namespace NetGen.Generated.Tests.Support;

/// <summary>Holds generated files to one form.</summary>
internal static class VectorForms
{
    // A constant to the JIT and not to the compiler, which would warn of code that it cannot reach.
    private const string Never = "Vector<float>.Count < 0";
    private const string IsWrittenOut = "Vector<float>.Count == ";

    /// <summary>Whether a network is written out for some widths, so that its loops are another form.</summary>
    public static bool HasLoopsBeside(string file) => file.Contains(IsWrittenOut, StringComparison.Ordinal);

    /// <summary>
    /// The file held to a form, or null where it does not choose. For <see cref="VectorForm.Vector"/> it stays whole,
    /// so that all of it is compiled; otherwise what the form does not need is left out, which is quicker.
    /// </summary>
    public static string? Held(string file, VectorForm form)
    {
        if (!file.Contains(Emitted.IsWide, StringComparison.Ordinal))
        {
            return null;
        }

        return form == VectorForm.Vector
            ? file.Replace(Emitted.IsWide, Never, StringComparison.Ordinal)
            : new Only(form).Visit(CSharpSyntaxTree.ParseText(file, NetworkCompiler.Parsing).GetRoot()).ToFullString();
    }

    /// <summary>Leaves one form's class, and of every choice the branch that leads to it.</summary>
    private sealed class Only(VectorForm form) : CSharpSyntaxRewriter
    {
        private readonly string kept = form == VectorForm.Vector512 ? "Wide" : Emitted.Portable.Name;

        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            string condition = node.Condition.ToString();
            bool isWide = condition == Emitted.IsWide;
            return isWide && form == VectorForm.Vector512 ? Visit(node.Statement)
                : isWide || condition.StartsWith(IsWrittenOut, StringComparison.Ordinal) ? Visit(node.Else!.Statement)
                : base.VisitIfStatement(node);
        }

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) =>
            node.Modifiers.Any(SyntaxKind.FileKeyword) && IsForm(node.Identifier.ValueText) && node.Identifier.ValueText != kept
                ? null : base.VisitClassDeclaration(node);

        private static bool IsForm(string name) =>
            name == "Wide" || name == Emitted.Portable.Name || new[] { 4, 8, 16 }.Any(lanes => name == Emitted.OfLanes(lanes).Name);
    }
}
