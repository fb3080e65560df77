using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

/// <summary>Reads the attributes of a class into a model without symbols, syntax or locations.</summary>
internal static class NetworkReader
{
    /// <summary>Reads a class and the blocks that it names; null where it carries no attribute of a network.</summary>
    public static DeclarationModel? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var blocks = new BlockReader(compilation, cancellation);
        return Read(type, compilation, blocks, cancellation) is { } declaration ? declaration with { Blocks = blocks.ReadAll() } : null;
    }

    /// <summary>Reads a class alone; the blocks that it names are left to their reader.</summary>
    public static DeclarationModel? Read(INamedTypeSymbol type, Compilation compilation, BlockReader blocks, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = NetworkAttributes.Of(type);
        if (type.TypeKind != TypeKind.Class || Carrier(attributes, cancellation) is not { } carrier)
        {
            return null;
        }

        int? network = null;
        int? block = null;
        ulong seed = 0;
        bool streaming = false;
        bool gpu = false;
        var inputs = new List<(InputDeclaration Input, int Above)>();
        var losses = new List<LossDeclaration>();
        var penalties = new List<PenaltyDeclaration>();
        var layers = new List<LayerDeclaration>();
        var strays = new List<StrayDeclaration>();
        var borrowed = new List<BorrowedConstant>();
        var constants = new BorrowedConstants(compilation, cancellation);
        for (int index = 0; index < attributes.Length; index++)
        {
            string kind = NetworkAttributes.KindOf(attributes[index])!;
            BorrowedConstant? constant = constants.Of(attributes[index], index, kind);
            borrowed.AddRange(constant is null ? [] : [constant]);
            var reader = new AttributeReader(attributes[index], isReadable: constant is null);
            if (!carrier.Span.Contains(attributes[index].ApplicationSyntaxReference!.Span) ||
                carrier.SyntaxTree != attributes[index].ApplicationSyntaxReference!.SyntaxTree)
            {
                // A second [Network] is the compiler's to reject.
                strays.AddRange(kind == NetworkAttributes.Network ? [] : [new StrayDeclaration(index, kind)]);
            }
            else if (kind == NetworkAttributes.Network)
            {
                network ??= index;
                seed = reader.Named("Seed", 0UL);
                streaming = reader.Named("Streaming", false);
                gpu = reader.Named("Gpu", false);
            }
            else if (kind == NetworkAttributes.Layers)
            {
                block ??= index;
            }
            else if (kind == NetworkAttributes.Input)
            {
                inputs.Add((new InputDeclaration(index, reader.Integers(), reader.Text("Name"), reader.IsReadable), layers.Count));
            }
            else if (kind == NetworkAttributes.Loss)
            {
                losses.Add(new LossDeclaration(
                    index, reader.IsReadable ? reader.Member(0) : null, reader.Member("Reduction", "Mean"), reader.Text("From"), reader.Named("Weight", 1.0),
                    new LossOptions(reader.Optional("Delta"), reader.Doubles("ClassWeights"), reader.Doubles("PositiveWeights"), reader.Optional("LabelSmoothing"))));
            }
            else if (kind == NetworkAttributes.Penalty)
            {
                penalties.Add(new PenaltyDeclaration(
                    index, reader.Named("L1", 0.0), reader.Named("L2", 0.0), reader.Text("From"), reader.Named("Biases", false), reader.Named("Proximal", false),
                    reader.Named("Examples", 1), reader.Settings(), reader.IsReadable));
            }
            else
            {
                layers.AddRange(ReadLayer(kind, index, reader, blocks).Select(layer => WithShare(layer, reader)));
            }
        }

        TypeModel typeModel = TypeReader.ReadType(type, carrier);
        ClassModel classModel = network is null && block is not null ? TypeReader.ReadBlock(type) : TypeReader.ReadClass(type, carrier, typeModel.HintName);
        return new DeclarationModel(
            typeModel, classModel, network, block, seed, inputs.Count > 0 ? inputs[0].Input : null,
            WithParts(layers, inputs).ToEquatableArray(), losses.ToEquatableArray(), strays.ToEquatableArray(), borrowed.ToEquatableArray())
        {
            Streaming = streaming,
            Gpu = gpu,
            Ilgpu = gpu ? IlgpuReference.VersionIn(compilation) : null,
            Penalties = penalties.ToEquatableArray(),
        };
    }

    private static LayerDeclaration WithShare(LayerDeclaration layer, AttributeReader reader) => layer is not ActivateDeclaration && reader.Text("Share") is { } share
        ? layer with { Share = share, Draws = new[] { "Initializer", "Scale" }.Where(reader.Has).ToEquatableArray() } : layer;

    /// <summary>The layers, and each of several inputs where it stands among them; the first is above all.</summary>
    private static IEnumerable<LayerDeclaration> WithParts(List<LayerDeclaration> layers, List<(InputDeclaration Input, int Above)> inputs)
    {
        static LayerDeclaration Part(InputDeclaration input) => input.IsReadable
            ? new InputPartDeclaration(input.Attribute, input.Name, input.Sizes)
            : new UnreadableDeclaration(input.Attribute, input.Name, From: null, NetworkAttributes.Input);

        for (int index = inputs.Count - 1; index >= 0 && inputs.Count > 1; index--)
        {
            layers.Insert(index == 0 ? 0 : inputs[index].Above, Part(inputs[index].Input));
        }

        return layers;
    }

    /// <summary>The declaration that carries [Network] or [Layers], or the first attribute where both are missing.</summary>
    public static TypeDeclarationSyntax? Carrier(ImmutableArray<AttributeData> attributes, CancellationToken cancellation) =>
        NetworkAttributes.Leading(attributes)?.ApplicationSyntaxReference?.GetSyntax(cancellation)
            .Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault();

    /// <summary>Whether the attributes that were found on a declaration hold the one that stands for the network.</summary>
    public static bool IsLeading(GeneratorAttributeSyntaxContext found, string kind, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = NetworkAttributes.Of((INamedTypeSymbol)found.TargetSymbol);
        return NetworkAttributes.Leading(attributes) is { } leading
            && NetworkAttributes.KindOf(leading) == kind
            && Carrier(attributes, cancellation) == found.TargetNode;
    }

    private static IEnumerable<LayerDeclaration> ReadLayer(string kind, int index, AttributeReader reader, BlockReader blocks)
    {
        string? name = reader.Text("Name");
        string? from = reader.Text("From");
        if (!reader.IsReadable)
        {
            return [new UnreadableDeclaration(index, name, from, kind) { Stem = kind == NetworkAttributes.Block ? "" : null }];
        }

        return kind switch
        {
            NetworkAttributes.Block => [blocks.Read(index, name, from, reader)],
            "Dense" => ReadDense(index, name, from, reader),
            "Conv2D" => ReadConv(kind, index, name, from, reader, reader.Count == 3 ? [("Height", 1), ("Width", 1)] : [("Height", 1), ("Width", 2)]),
            "Conv1D" => ReadConv(kind, index, name, from, reader, [("", 1)]),
            "ConvTranspose2D" => ReadConvTranspose(kind, index, name, from, reader, reader.Count == 3 ? [("Height", 1), ("Width", 1)] : [("Height", 1), ("Width", 2)]),
            "ConvTranspose1D" => ReadConvTranspose(kind, index, name, from, reader, [("", 1)]),
            "Activate" => [new ActivateDeclaration(index, name, from, reader.Member(0), reader.Optional("Slope"))],
            "Dropout" => [new DropoutDeclaration(index, name, from, reader.Positional(0, 0.0), reader.Named("Classical", false))],
            "Flatten" => [new FlattenDeclaration(index, name, from)],
            "Reshape" => [new ReshapeDeclaration(index, name, from, reader.Integers())],
            "Add" => [new AddDeclaration(index, name, from, reader.Texts(), reader.Written())],
            "Multiply" => [new MultiplyDeclaration(index, name, from, reader.Positional(0, ""))],
            "Concat" => [new ConcatDeclaration(index, name, from, reader.Texts(), reader.Written(), reader.Named("Axis", 0))],
            "MaxPool2D" or "AveragePool2D" => [ReadPool(kind, index, name, from, reader, ("Height", 0), ("Width", reader.Count - 1))],
            "MaxPool1D" or "AveragePool1D" => [ReadPool(kind, index, name, from, reader, ("", 0))],
            "GlobalMaxPool" or "GlobalAveragePool" => [ReadPool(kind, index, name, from, reader)],
            "Upsample" => [new UpsampleDeclaration(index, name, from, reader.Positional(0, 0))],
            "ZeroPad" => [new ZeroPadDeclaration(index, name, from, ReadSizes(reader))],
            "LayerNorm" or "RMSNorm" => [new RowNormDeclaration(index, name, from, kind, reader.Named("Axes", 1), reader.Named("Affine", true), reader.Named("Epsilon", 1e-5))],
            "BatchNorm" => [new BatchNormDeclaration(index, name, from, reader.Named("Affine", true), reader.Named("Epsilon", 1e-5), reader.Named("Momentum", 0.1))],
            "PReLU" => [new PReLUDeclaration(index, name, from, reader.Named("PerChannel", false))],
            "Recurrent" => [ReadRecurrence(index, name, from, kind, reader, reader.Member(1))],
            "LSTM" or "GRU" => [ReadRecurrence(index, name, from, kind, reader, activation: null)],
            "Embedding" => [new EmbeddingDeclaration(index, name, from, reader.Positional(0, 0), reader.Positional(1, 0))],
            "PositionalEncoding" => [new PositionalEncodingDeclaration(index, name, from, reader.Named("Learned", false))],
            "Attention" => [new AttentionDeclaration(index, name, from, reader.Positional(0, 0), reader.Named("Causal", false), reader.Named("Bias", true), reader.Text("Lengths"))],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody reads this kind of layer."),
        };
    }

    /// <summary>A stride that is not written is the kernel, so that windows touch.</summary>
    private static PoolDeclaration ReadPool(string kind, int index, string? name, string? from, AttributeReader reader, params (string Suffix, int Kernel)[] axes) => new(
        index, name, from, kind, ReadAxes(reader, axes, stride: null), reader.Named("Truncate", false), reader.Named("IncludePadding", true));

    /// <summary>What is written of windows along axes, each with the place of its kernel among the arguments.</summary>
    private static EquatableArray<WindowAxis> ReadAxes(AttributeReader reader, (string Suffix, int Kernel)[] axes, int? stride)
    {
        int? Of(string property, string suffix) => reader.Named<int?>(property + suffix, null) ?? reader.Named<int?>(property, null);
        WindowAxis Axis(string suffix, int kernel) => new(
            suffix, kernel, Of("Stride", suffix) ?? stride ?? kernel, Of("Padding", suffix), Of("Dilation", suffix) ?? 1);

        return axes.Select(axis => Axis(axis.Suffix, reader.Positional(axis.Kernel, 0))).ToEquatableArray();
    }

    /// <summary>The arguments of a constructor that takes sizes only.</summary>
    private static EquatableArray<int> ReadSizes(AttributeReader reader) =>
        Enumerable.Range(0, reader.Count).Select(argument => reader.Positional(argument, 0)).ToEquatableArray();

    private static RecurrenceDeclaration ReadRecurrence(int index, string? name, string? from, string kind, AttributeReader reader, EnumValue? activation) => new(
        index, name, from, kind, reader.Positional(0, 0), activation,
        reader.Named("Sequence", false), reader.Named("Bidirectional", false), reader.Named("Bias", true),
        reader.Text("State"), reader.Text("Cell"), reader.Text("Lengths"), reader.Named("BackSteps", 0));

    /// <summary><c>[Dense(n, f)]</c> is <c>[Dense(n)]</c> and <c>[Activate(f)]</c>.</summary>
    private static IEnumerable<LayerDeclaration> ReadDense(int index, string? name, string? from, AttributeReader reader)
    {
        var dense = new DenseDeclaration(
            index, name, from, reader.Positional(0, 0), reader.Member(1), reader.Named("Bias", true), reader.Named("PerStep", false),
            reader.Member("Initializer", "Auto"), reader.Optional("Scale"), reader.Optional("Slope"));
        return WithActivation(dense, dense.Activation, dense.Slope);
    }

    /// <summary>The activation is the last of the arguments.</summary>
    private static IEnumerable<LayerDeclaration> ReadConv(
        string kind, int index, string? name, string? from, AttributeReader reader, (string Suffix, int Kernel)[] axes)
    {
        var conv = new ConvDeclaration(
            index, name, from, kind, reader.Positional(0, 0), ReadAxes(reader, axes, stride: 1),
            reader.Named("Same", false), reader.Named("Causal", false), reader.Named("Truncate", false), reader.Named("Groups", 1),
            reader.Member(reader.Count - 1), reader.Named("Bias", true), reader.Member("Initializer", "Auto"), reader.Optional("Scale"), reader.Optional("Slope"));
        return WithActivation(conv, conv.Activation, conv.Slope);
    }

    private static IEnumerable<LayerDeclaration> ReadConvTranspose(
        string kind, int index, string? name, string? from, AttributeReader reader, (string Suffix, int Kernel)[] axes)
    {
        int outputPadding = reader.Named("OutputPadding", 0);
        var conv = new ConvTransposeDeclaration(
            index, name, from, kind, reader.Positional(0, 0), ReadAxes(reader, axes, stride: 1),
            axes.Select(axis => reader.Named("OutputPadding" + axis.Suffix, outputPadding)).ToEquatableArray(), reader.Named("Groups", 1),
            reader.Member(reader.Count - 1), reader.Named("Bias", true), reader.Member("Initializer", "Auto"), reader.Optional("Scale"), reader.Optional("Slope"));
        return WithActivation(conv, conv.Activation, conv.Slope);
    }

    private static IEnumerable<LayerDeclaration> WithActivation(LayerDeclaration layer, EnumValue activation, double? slope) =>
        activation.Name == "Identity" ? [layer] : [layer, new ActivateDeclaration(layer.Attribute, null, null, activation, slope, layer)];
}
