using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

/// <summary>Reads the class itself: how to write another part of it, and whether it can be a network.</summary>
internal static class TypeReader
{
    private static readonly SymbolDisplayFormat QualifiedNamespace =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat Signature = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static TypeModel ReadType(INamedTypeSymbol type, TypeDeclarationSyntax carrier) => new(
        type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(QualifiedNamespace),
        Containers(carrier).Reverse().Select(container => $"partial {Head(container)}").ToEquatableArray(),
        $"partial {Head(carrier)}",
        type.Name,
        Identifier(type.Name),
        HintName.Of(type));

    public static ClassModel ReadClass(INamedTypeSymbol type, TypeDeclarationSyntax carrier, string hintName)
    {
        ClassKind kind = KindOf(type, carrier);
        ILookup<bool, string> members = MembersOf(type, hintName, inherited: kind != ClassKind.DerivedNetwork)
            .ToLookup(member => member is IMethodSymbol { MethodKind: not MethodKind.Constructor }, NameOf);
        TypeDeclarationSyntax? closed = Containers(carrier).FirstOrDefault(container => !IsPartial(container));
        return new ClassModel(
            type.Name, kind, IsPartial(carrier), closed is null ? null : Head(closed), Ordered(members[false]), Ordered(members[true]),
            Unchained(type).Select(constructor => constructor.ToDisplayString(Signature)).ToEquatableArray());

        static EquatableArray<string> Ordered(IEnumerable<string> names) =>
            names.Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>A block's class: nothing is added to it, so nothing else of it counts.</summary>
    public static ClassModel ReadBlock(INamedTypeSymbol type) => new(type.Name, ClassKind.Ordinary, IsPartial: true, ClosedContainer: null, default, default, default);

    /// <summary>The constructors that call no other of the class, and so not the generated one.</summary>
    public static IEnumerable<IMethodSymbol> Unchained(INamedTypeSymbol type) => type.InstanceConstructors.Where(constructor =>
        !IsLikeGenerated(constructor) && constructor.DeclaringSyntaxReferences.Any(part =>
            part.GetSyntax() is ConstructorDeclarationSyntax { Initializer: null or { RawKind: (int)SyntaxKind.BaseConstructorInitializer } }));

    /// <summary>Whether a member stands in a generated file: the network's, or the one for GPUs.</summary>
    public static bool IsGenerated(ISymbol member, string hintName) => member.Locations.Any(location => location.SourceTree?.FilePath is { } path &&
        (path.EndsWith(hintName, StringComparison.Ordinal) || path.EndsWith(HintName.OfGpu(hintName), StringComparison.Ordinal)));

    private static IEnumerable<TypeDeclarationSyntax> Containers(TypeDeclarationSyntax carrier) => carrier.Ancestors().OfType<TypeDeclarationSyntax>();

    private static bool IsPartial(TypeDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>The declaration without modifiers, bases and body: <c>record struct Outer&lt;T&gt;</c>.</summary>
    private static string Head(TypeDeclarationSyntax declaration)
    {
        string keyword = declaration is RecordDeclarationSyntax { ClassOrStructKeyword: { RawKind: not 0 } kind }
            ? $"{declaration.Keyword.ValueText} {kind.ValueText}" : declaration.Keyword.ValueText;
        string parameters = declaration.TypeParameterList is { } list
            ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>" : "";
        return $"{keyword} {Identifier(declaration.Identifier.ValueText)}{parameters}";
    }

    private static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? $"@{name}" : name;

    private static ClassKind KindOf(INamedTypeSymbol type, TypeDeclarationSyntax carrier)
    {
        if (type.IsStatic)
        {
            return ClassKind.Static;
        }

        if (type.IsRecord)
        {
            return ClassKind.Record;
        }

        if (type.TypeParameters.Length > 0)
        {
            return ClassKind.Generic;
        }

        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
        {
            if (container.IsFileLocal)
            {
                return ClassKind.FileLocal;
            }

            if (container.TypeParameters.Length > 0)
            {
                return ClassKind.InsideGeneric;
            }
        }

        if (type.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }))
        {
            return ClassKind.PrimaryConstructor;
        }

        if (type.IsAbstract)
        {
            return ClassKind.Abstract;
        }

        if (Bases(type).Any(baseType => baseType.GetAttributes().Any(attribute => NetworkAttributes.KindOf(attribute) == NetworkAttributes.Network)))
        {
            return ClassKind.DerivedNetwork;
        }

        IMethodSymbol[] callable = type.BaseType is { TypeKind: TypeKind.Class } baseClass
            ? [.. baseClass.InstanceConstructors.Where(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams))]
            : [];
        return type.BaseType is not { TypeKind: TypeKind.Class } || callable.Any(constructor => IsAccessible(constructor, type)) ? ClassKind.Ordinary
            : callable.Length > 0 ? ClassKind.BaseHidesConstructor : ClassKind.BaseNeedsArguments;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? baseType = type.BaseType; baseType is not null; baseType = baseType.BaseType)
        {
            yield return baseType;
        }
    }

    private static bool IsAccessible(ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly) || member.ContainingAssembly.GivesAccessTo(type.ContainingAssembly),
        _ => true,
    };

    private static string NameOf(ISymbol member) => IsLikeGenerated(member) ? GeneratedMembers.Constructor : member.Name;

    private static bool IsLikeGenerated(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: { Length: 1 } parameters } && parameters[0].Type.SpecialType == SpecialType.System_UInt64;

    /// <summary>The members that a generated one could meet; those of the generated files themselves are left out.</summary>
    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type, string hintName, bool inherited)
    {
        IEnumerable<ISymbol> own = type.GetMembers().Where(member => !IsGenerated(member, hintName));
        IEnumerable<ISymbol> fromBases = inherited
            ? Bases(type).SelectMany(baseType => baseType.GetMembers()).Where(member => IsAccessible(member, type) && !IsLikeGenerated(member)) : [];
        return own.Concat(fromBases).Where(member => (member.CanBeReferencedByName || IsLikeGenerated(member)) && !member.IsImplicitlyDeclared);
    }
}
