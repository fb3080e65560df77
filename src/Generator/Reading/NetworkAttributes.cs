using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>The attributes that make a network, and where to find them on a class.</summary>
internal static class NetworkAttributes
{
    public const string Network = "Network";
    public const string Input = "Input";
    public const string Loss = "Loss";
    public const string Penalty = "Penalty";
    public const string Layers = "Layers";
    public const string Block = "Block";

    private const string Suffix = "Attribute";

    /// <summary>The kinds: the attributes' names, without <c>Attribute</c>.</summary>
    public static readonly ImmutableArray<string> Kinds =
        ImmutableArray.Create(Network, Layers, Input, Loss, Penalty, Block, "Dense", "Conv2D", "Conv1D", "ConvTranspose2D", "ConvTranspose1D", "Recurrent", "LSTM", "GRU", "Embedding", "PositionalEncoding", "Attention", "Activate", "Dropout", "Flatten", "Reshape", "Add", "Multiply", "Concat",
            "MaxPool2D", "AveragePool2D", "MaxPool1D", "AveragePool1D", "GlobalMaxPool", "GlobalAveragePool", "Upsample", "ZeroPad",
            "LayerNorm", "RMSNorm", "BatchNorm", "PReLU");

    public static string MetadataName(string kind) => $"NetGen.{kind}{Suffix}";

    /// <summary>The NetGen attributes of a class, over all its parts. Their order is what an attribute's index counts.</summary>
    public static ImmutableArray<AttributeData> Of(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => KindOf(attribute) is not null && attribute.ApplicationSyntaxReference is not null).ToImmutableArray();

    /// <summary>The kind of a NetGen attribute; null for any other.</summary>
    public static string? KindOf(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } } type ||
            !type.Name.EndsWith(Suffix, System.StringComparison.Ordinal))
        {
            return null;
        }

        string kind = type.Name.Substring(0, type.Name.Length - Suffix.Length);
        return Kinds.Contains(kind) ? kind : null;
    }

    /// <summary>The attribute that stands for the network or the block: [Network], [Layers], or the first where both are missing.</summary>
    public static AttributeData? Leading(ImmutableArray<AttributeData> attributes) =>
        attributes.FirstOrDefault(attribute => KindOf(attribute) == Network)
        ?? attributes.FirstOrDefault(attribute => KindOf(attribute) == Layers) ?? attributes.FirstOrDefault();
}
