using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>A user's source, read and checked.</summary>
internal static class Source
{
    /// <summary>Reads the class of this name, or the only network.</summary>
    public static DeclarationModel Read(string source, string? type = null)
    {
        CSharpCompilation compilation = Host.Compile(source);
        INamedTypeSymbol symbol = type is null
            ? compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).Cast<INamedTypeSymbol>().Single(found => NetworkReader.Read(found, compilation, default) is not null)
            : compilation.GetTypeByMetadataName(type)!;
        DeclarationModel? declaration = NetworkReader.Read(symbol, compilation, default);
        Assert.NotNull(declaration);
        return declaration;
    }

    /// <summary>The network of this source, or the one of this name; its mistakes fail the test.</summary>
    public static NetworkModel Network(string source, string? type = null)
    {
        CheckedNetwork found = ShapeChecker.Check(Read(source, type));
        Assert.True(found.Network is not null, string.Join("\n", found.Diagnostics.Select(diagnostic => diagnostic.At(Location.None).ToString())));
        return found.Network;
    }
}
