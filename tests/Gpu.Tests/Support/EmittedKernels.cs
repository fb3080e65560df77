using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Gpu.Tests.Support;

/// <summary>What of emitted code runs on devices: the methods that are loaded as kernels, and those that they call.</summary>
internal sealed class EmittedKernels
{
    private readonly Dictionary<IMethodSymbol, MethodDeclarationSyntax> declared = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> loaded = new(SymbolEqualityComparer.Default), called = new(SymbolEqualityComparer.Default), waiting = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<InvocationExpressionSyntax, IMethodSymbol> calls = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    public EmittedKernels(CSharpCompilation emitted)
    {
        Files = [.. emitted.SyntaxTrees.Where(tree => tree.ToString().Contains("ILGPU", StringComparison.Ordinal))];

        // Only what may be a call of these is bound: to bind every call would take as long as to compile them.
        HashSet<string> names = [.. Files.SelectMany(file => file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).Select(method => method.Identifier.ValueText)];
        foreach (SyntaxTree file in Files)
        {
            SemanticModel model = models[file] = emitted.GetSemanticModel(file);
            foreach (SyntaxNode node in file.GetRoot().DescendantNodes())
            {
                switch (node)
                {
                    case MethodDeclarationSyntax method:
                        declared.Add(model.GetDeclaredSymbol(method)!, method);
                        break;
                    case InvocationExpressionSyntax call when Name(call) == "LoadKernel":
                        loaded.UnionWith(call.ArgumentList.Arguments.Select(argument => model.GetSymbolInfo(argument.Expression).Symbol).OfType<IMethodSymbol>());
                        break;
                    case InvocationExpressionSyntax call when names.Contains(Name(call)) && model.GetSymbolInfo(call).Symbol is IMethodSymbol target:
                        calls.Add(call, target.OriginalDefinition);
                        break;
                }
            }
        }

        Reach();
    }

    /// <summary>The files that use ILGPU.</summary>
    public IReadOnlyList<SyntaxTree> Files { get; }

    /// <summary>The methods that run on devices, in the order of the files.</summary>
    public IEnumerable<MethodDeclarationSyntax> Methods => declared.Where(method => called.Contains(method.Key)).Select(method => method.Value);

    /// <summary>Every barrier, in the order of the files.</summary>
    public IEnumerable<ExpressionStatementSyntax> Barriers => Files.SelectMany(file => file.GetRoot().DescendantNodes().OfType<ExpressionStatementSyntax>().Where(IsBarrier));

    public bool IsKernel(MethodDeclarationSyntax method) => loaded.Any(kernel => declared.GetValueOrDefault(kernel) == method);

    /// <summary>Whether a method has a barrier, or calls one that has.</summary>
    public bool Waits(MethodDeclarationSyntax method) => waiting.Any(other => declared[other] == method);

    /// <summary>What a call calls, where that has a barrier.</summary>
    public IMethodSymbol? WaitsIn(InvocationExpressionSyntax call) => calls.GetValueOrDefault(call) is { } target && waiting.Contains(target) ? target : null;

    /// <summary>What a call calls.</summary>
    public IMethodSymbol? Called(InvocationExpressionSyntax call) =>
        calls.GetValueOrDefault(call) ?? (models[call.SyntaxTree].GetSymbolInfo(call).Symbol as IMethodSymbol)?.OriginalDefinition;

    /// <summary>Whether a statement is a barrier, or holds one in a method that it calls.</summary>
    public bool Waits(StatementSyntax statement) => IsBarrier(statement) || statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => WaitsIn(call) is not null);

    public static bool IsBarrier(SyntaxNode node) => node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && call.ToString() == "Group.Barrier()";

    private static string Name(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : call.Expression.ToString();

    private void Reach()
    {
        called.UnionWith(loaded);
        bool grows = true;
        while (grows)
        {
            IMethodSymbol[] more = [.. called.Where(declared.ContainsKey).SelectMany(method => Calls(declared[method])).Where(declared.ContainsKey)];
            IMethodSymbol[] waits = [.. called.Where(method => declared.TryGetValue(method, out MethodDeclarationSyntax? found) && (found.DescendantNodes().Any(IsBarrier) || Calls(found).Any(waiting.Contains)))];
            int before = called.Count + waiting.Count;
            called.UnionWith(more);
            waiting.UnionWith(waits);
            grows = called.Count + waiting.Count > before;
        }
    }

    private IEnumerable<IMethodSymbol> Calls(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(calls.ContainsKey).Select(call => calls[call]);
}
