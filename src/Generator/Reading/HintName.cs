using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>
/// The name of a network's generated file: <c>Demo.Outer+Digits.g.cs</c>. The compiler tells such names apart without
/// regard to case, C# tells classes apart with it; so a name that differs from a sibling's in case only is numbered.
/// </summary>
internal static class HintName
{
    private const string Extension = ".g.cs";

    public static string Of(INamedTypeSymbol type) => Qualified(type) + Extension;

    /// <summary>The second file of a network that is compiled for GPUs: <c>Demo.Outer+Digits.Gpu.g.cs</c>.</summary>
    /// <param name="hintName">The name of the first.</param>
    public static string OfGpu(string hintName) => $"{hintName.Substring(0, hintName.Length - Extension.Length)}.{GeneratedMembers.Gpu}{Extension}";

    private static string Qualified(INamespaceOrTypeSymbol symbol)
    {
        string own = Allowed(symbol.MetadataName) + Number(symbol);
        return symbol switch
        {
            { ContainingType: { } container } => $"{Qualified(container)}+{own}",
            { ContainingNamespace: { IsGlobalNamespace: false } container } => $"{Qualified(container)}.{own}",
            _ => own,
        };
    }

    private static string Number(INamespaceOrTypeSymbol symbol)
    {
        INamespaceOrTypeSymbol container = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        List<string> alike = container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Select(sibling => sibling.MetadataName)
            .Where(name => string.Equals(name, symbol.MetadataName, StringComparison.OrdinalIgnoreCase))
            .Distinct().OrderBy(name => name, StringComparer.Ordinal).ToList();
        int position = alike.IndexOf(symbol.MetadataName);
        return position <= 0 ? "" : $"({(position + 1).ToString(CultureInfo.InvariantCulture)})";
    }

    /// <summary>Identifiers may hold characters that the names of generated files may not.</summary>
    private static string Allowed(string name)
    {
        var allowed = new StringBuilder();
        foreach (char character in name)
        {
            if (char.IsLetterOrDigit(character) || character is '_' or '`')
            {
                allowed.Append(character);
            }
            else
            {
                allowed.Append('(').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)).Append(')');
            }
        }

        return allowed.ToString();
    }
}
