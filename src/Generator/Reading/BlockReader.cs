using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Reads the blocks that a class names, and those that these name, each once.</summary>
internal sealed class BlockReader(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<INamedTypeSymbol, int> indices = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> found = [];

    /// <summary>What stands in [Block].</summary>
    public BlockDeclaration Read(int index, string? name, string? from, AttributeReader reader)
    {
        ITypeSymbol? type = reader.Type(0);
        BlockTarget target = TargetOf(type);
        bool isElsewhere = target == BlockTarget.OtherAssembly;
        return new BlockDeclaration(
            index, name, from, type is null ? "null" : type is INamedTypeSymbol ? type.Name : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            reader.Named("Times", 1), target, target == BlockTarget.Block ? IndexOf(((INamedTypeSymbol)type!).OriginalDefinition) : -1,
            isElsewhere ? type!.ContainingAssembly.Name : null);
    }

    /// <summary>The blocks, by their index; a block is found while another is read.</summary>
    public EquatableArray<DeclarationModel> ReadAll()
    {
        var blocks = new List<DeclarationModel>();
        for (int index = 0; index < found.Count; index++)
        {
            blocks.Add(NetworkReader.Read(found[index], compilation, this, cancellation)!);
        }

        return blocks.ToEquatableArray();
    }

    private BlockTarget TargetOf(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named)
        {
            return type is null ? BlockTarget.Nothing : BlockTarget.NoClass;
        }

        // Of a project that an editor refers to by its sources the attributes are there, but not of what is built of it.
        if (!SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly))
        {
            return BlockTarget.OtherAssembly;
        }

        var kinds = NetworkAttributes.Of(named).Select(NetworkAttributes.KindOf).ToList();
        return (kinds.Contains(NetworkAttributes.Layers), kinds.Contains(NetworkAttributes.Network)) switch
        {
            (true, false) => BlockTarget.Block,
            (false, true) => BlockTarget.Network,
            (false, false) when kinds.Count == 0 => BlockTarget.WithoutLayers,
            _ => BlockTarget.Wrong,
        };
    }

    private int IndexOf(INamedTypeSymbol type)
    {
        if (!indices.TryGetValue(type, out int index))
        {
            index = found.Count;
            indices.Add(type, index);
            found.Add(type);
        }

        return index;
    }
}
