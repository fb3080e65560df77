using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The file emitted for a network, and its syntax.</summary>
internal sealed class Emitted
{
    private Emitted(NetworkPlan plan, bool optimizes = true)
    {
        Plan = plan;
        Text = NetworkEmitter.Emit(plan, new CompilationFacts(AllowsUnsafe: false, optimizes));
        Root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(Text, Host.Parse).GetRoot();
        Assert.Empty(Root.GetDiagnostics());
    }

    public NetworkPlan Plan { get; }

    public string Text { get; }

    public CompilationUnitSyntax Root { get; }

    /// <summary>The classes that hold the passes, one per vector form.</summary>
    public IEnumerable<ClassDeclarationSyntax> Forms =>
        Root.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(type => type.Identifier.Text is "Wide" or "Lanes8" or "Lanes4" or "Portable");

    /// <summary>The network of attributes alone, in a class called Net.</summary>
    public static Emitted Of(string attributes, bool streaming = false) =>
        new(Planner.Plan(Source.Network($"using NetGen; [Network{(streaming ? "(Streaming = true)" : "")}] {attributes} public partial class Net;")));

    /// <summary>The network in a debug build.</summary>
    public static Emitted InDebug(string attributes) => new(Of(attributes).Plan, optimizes: false);

    public static Emitted Of(NetworkModel model) => new(Planner.Plan(model));

    public ClassDeclarationSyntax Class(string name) =>
        Root.DescendantNodes().OfType<ClassDeclarationSyntax>().Single(type => type.Identifier.Text == name);

    /// <summary>The methods of this name; a loss may have two.</summary>
    public IReadOnlyList<MethodDeclarationSyntax> Methods(string type, string name)
    {
        var methods = Class(type).Members.OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text == name).ToList();
        Assert.NotEmpty(methods);
        return methods;
    }
}
