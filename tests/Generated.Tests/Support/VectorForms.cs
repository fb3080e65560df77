using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Emitted = NetGen.Generator.VectorForm;

namespace NetGen.Generated.Tests.Support;

/// <summary>Holds generated files to one form.</summary>
internal static class VectorForms
{
    private const string IsOfLanes = "Vector<float>.Count == ";

    /// <summary>
    /// The file with one form's passes only, and of every choice the branch that leads to them; null where it does not
    /// choose. What is left out need not be compiled, which takes most of the time.
    /// </summary>
    public static SyntaxNode? Held(SyntaxNode file, VectorForm form)
    {
        var only = new Only(form);
        SyntaxNode held = only.Visit(file);
        return only.HasChosen ? held : null;
    }

    private sealed class Only(VectorForm form) : CSharpSyntaxRewriter
    {
        private readonly HashSet<string> kept = [];

        public bool HasChosen => kept.Count > 0;

        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            bool? chooses = Chooses(node.Condition.ToString());
            SyntaxNode? branch = chooses is null ? base.VisitIfStatement(node) : Visit(chooses.Value ? node.Statement : node.Else!.Statement);
            if (chooses is not null)
            {
                kept.UnionWith(branch!.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Select(access => access.Expression.ToString()).Where(IsForm));
            }

            return branch;
        }

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) =>
            node.Modifiers.Any(SyntaxKind.FileKeyword) && IsForm(node.Identifier.ValueText) && !kept.Contains(node.Identifier.ValueText)
                ? null : base.VisitClassDeclaration(node);

        /// <summary>What a condition comes to in the form; null where it does not choose one.</summary>
        private bool? Chooses(string condition) =>
            condition == Emitted.IsWide ? form == VectorForm.Vector512
            : condition.StartsWith(IsOfLanes, StringComparison.Ordinal)
                ? form == VectorForm.Vector && condition == $"{IsOfLanes}{Vector<float>.Count.ToString(CultureInfo.InvariantCulture)}"
            : null;

        private static bool IsForm(string name) =>
            name == "Wide" || name == Emitted.Portable.Name || new[] { 4, 8, 16 }.Any(lanes => name == Emitted.OfLanes(lanes, unrolled: false).Name);
    }
}
