using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

/// <summary>
/// Finds the constants of networks in the arguments of attributes. They are written when a network is compiled: the
/// analyzer sees them, the generator does not, and both must say the same.
/// </summary>
internal sealed class BorrowedConstants(Compilation compilation, CancellationToken cancellation)
{
    private readonly HashSet<SyntaxNode> searched = [];

    /// <summary>The first that an attribute takes, itself or by a constant of the user's; null where it takes none.</summary>
    public BorrowedConstant? Of(AttributeData attribute, int index, string kind)
    {
        searched.Clear();
        return attribute.ApplicationSyntaxReference!.GetSyntax(cancellation) is AttributeSyntax { ArgumentList: { } arguments }
            && In(arguments) is { } found ? new BorrowedConstant(index, kind, found.Written, found.Network) : null;
    }

    private (string Written, string Network)? In(SyntaxNode syntax)
    {
        SemanticModel model = compilation.GetSemanticModel(syntax.SyntaxTree);
        IEnumerable<IdentifierNameSyntax> names = syntax.DescendantNodes(node => !IsNameOf(node)).OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not (NameEqualsSyntax or NameColonSyntax));
        foreach (IdentifierNameSyntax name in searched.Add(syntax) ? names : [])
        {
            ISymbol? symbol = model.GetSymbolInfo(name, cancellation).Symbol;
            if (NetworkOf(name, symbol, model) is { } network)
            {
                string holder = name.Identifier.ValueText == GeneratedMembers.GpuConstant ? $"{network.Name}.{GeneratedMembers.Gpu}" : network.Name;
                return (Whole(name) == name ? $"{holder}.{name}" : Whole(name).ToString(), network.Name);
            }

            if (symbol is IFieldSymbol { IsConst: true } && symbol.DeclaringSyntaxReferences.Select(part => In(part.GetSyntax(cancellation))).FirstOrDefault(found => found is not null) is { } further)
            {
                return ($"{Whole(name)}, made of {further.Written}", further.Network);
            }
        }

        return null;
    }

    // The name of a member is known before the member is there.
    private static bool IsNameOf(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static ExpressionSyntax Whole(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    /// <summary>The network whose generated constant a name is, or will be.</summary>
    private INamedTypeSymbol? NetworkOf(IdentifierNameSyntax name, ISymbol? symbol, SemanticModel model)
    {
        string constant = name.Identifier.ValueText;
        if (constant == GeneratedMembers.GpuConstant)
        {
            return GpuNetworkOf(name, symbol, model);
        }

        if (!GeneratedMembers.Constants.Contains(constant) && !constant.EndsWith("Size", StringComparison.Ordinal) && !constant.EndsWith("Offset", StringComparison.Ordinal))
        {
            return null;
        }

        if (symbol is not null && Network(symbol.ContainingType) is { } owner && TypeReader.IsGenerated(symbol, HintName.Of(owner)))
        {
            return owner;
        }

        IEnumerable<SyntaxNode> holders = (Whole(name), symbol) switch
        {
            (MemberAccessExpressionSyntax access, null) => [access.Expression],
            (MemberAccessExpressionSyntax, _) => [],
            (_, null) => Around(name).Concat(UsedStatically(name)),

            // What a user has further out, a network around the name will hide.
            _ => Around(name).TakeWhile(type => !SymbolEqualityComparer.Default.Equals(TypeOf(type, model), symbol.ContainingType)),
        };
        return holders.Select(holder => Network(TypeOf(holder, model))).FirstOrDefault(found => found is not null && IsConstantOf(found, constant));
    }

    /// <summary>The network whose class for GPUs has, or will have, a constant: <c>Digits.Gpu.InputStride</c>.</summary>
    private INamedTypeSymbol? GpuNetworkOf(IdentifierNameSyntax name, ISymbol? symbol, SemanticModel model)
    {
        if (symbol is not null)
        {
            return Network(symbol.ContainingType?.ContainingType) is { } owner && TypeReader.IsGenerated(symbol, HintName.Of(owner)) ? owner : null;
        }

        IEnumerable<SyntaxNode> classes = Whole(name) is MemberAccessExpressionSyntax access ? [access.Expression] : UsedStatically(name);
        return classes.SelectMany(HoldersOfGpu).Select(holder => Network(TypeOf(holder, model))).FirstOrDefault(IsForGpus);
    }

    private static bool IsForGpus(INamedTypeSymbol? network) => network is not null &&
        NetworkAttributes.Of(network).Any(attribute => attribute.NamedArguments.Any(argument => argument is { Key: "Gpu", Value.Value: true }));

    /// <summary>Where the class for GPUs would stand that this is the name of.</summary>
    private IEnumerable<SyntaxNode> HoldersOfGpu(SyntaxNode written) => written switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: GeneratedMembers.Gpu } access => [access.Expression],
        QualifiedNameSyntax { Right.Identifier.ValueText: GeneratedMembers.Gpu } qualified => [qualified.Left],
        IdentifierNameSyntax { Identifier.ValueText: GeneratedMembers.Gpu } name => Around(name).Concat(UsedStatically(name)),
        _ => [],
    };

    /// <summary>Whether a network is given this constant.</summary>
    private static bool IsConstantOf(INamedTypeSymbol network, string constant) =>
        GeneratedMembers.Constants.Contains(constant) ||
        NetworkAttributes.Of(network).SelectMany(attribute => attribute.NamedArguments)
            .Any(argument => argument is { Key: "Name" or "From", Value.Value: string part } && GeneratedMembers.ConstantsOf(part).Contains(constant));

    private static IEnumerable<SyntaxNode> Around(SyntaxNode name) => name.Ancestors().OfType<TypeDeclarationSyntax>();

    /// <summary>The types of <c>using static</c> at a place.</summary>
    private IEnumerable<SyntaxNode> UsedStatically(SyntaxNode name)
    {
        IEnumerable<UsingDirectiveSyntax> everywhere = compilation.SyntaxTrees
            .SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot(cancellation)).Usings).Where(directive => directive.GlobalKeyword.RawKind != 0);
        IEnumerable<UsingDirectiveSyntax> here = name.Ancestors().SelectMany(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Usings,
            CompilationUnitSyntax unit => unit.Usings,
            _ => default,
        });
        return here.Concat(everywhere).Where(directive => directive.StaticKeyword.RawKind != 0).Select(directive => directive.Name).OfType<SyntaxNode>();
    }

    private INamedTypeSymbol? TypeOf(SyntaxNode syntax, SemanticModel model)
    {
        SemanticModel own = syntax.SyntaxTree == model.SyntaxTree ? model : compilation.GetSemanticModel(syntax.SyntaxTree);
        return (syntax is TypeDeclarationSyntax ? own.GetDeclaredSymbol(syntax, cancellation) : own.GetSymbolInfo(syntax, cancellation).Symbol) as INamedTypeSymbol;
    }

    /// <summary>A type, or what it derives from, that is a network of this compilation; those of others are compiled.</summary>
    private static INamedTypeSymbol? Network(INamedTypeSymbol? type)
    {
        while (type is not null && !NetworkAttributes.Of(type).Any(attribute => NetworkAttributes.KindOf(attribute) == NetworkAttributes.Network))
        {
            type = type.BaseType;
        }

        return type;
    }
}
