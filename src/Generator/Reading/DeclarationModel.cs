using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// What stands above a class, as it is written. Attributes are known by their index among the NetGen attributes of
/// the class, which is how a diagnostic finds its place again.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="Class">What decides whether it can be a network.</param>
/// <param name="Network">The attribute [Network], or null where layers stand without it.</param>
/// <param name="Block">The attribute [Layers], or null where the class is no block.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Input">The first input beside [Network], or null. Each of several stands among the layers too.</param>
/// <param name="Layers">The layers beside [Network], in source order.</param>
/// <param name="Losses">The losses beside [Network].</param>
/// <param name="Strays">What stands on other parts of the class.</param>
/// <param name="Borrowed">The constants of generated code that attributes ask for.</param>
internal sealed record DeclarationModel(
    TypeModel Type, ClassModel Class, int? Network, int? Block, ulong Seed, InputDeclaration? Input,
    EquatableArray<LayerDeclaration> Layers, EquatableArray<LossDeclaration> Losses, EquatableArray<StrayDeclaration> Strays,
    EquatableArray<BorrowedConstant> Borrowed)
{
    /// <summary>Whether the network also works step by step.</summary>
    public bool Streaming { get; init; }

    /// <summary>Whether the network is also compiled for GPUs.</summary>
    public bool Gpu { get; init; }

    /// <summary>The version of ILGPU that the compilation knows; null where it knows none, and where no GPU is asked for.</summary>
    public Version? Ilgpu { get; init; }

    /// <summary>The penalties beside [Network].</summary>
    public EquatableArray<PenaltyDeclaration> Penalties { get; init; }

    /// <summary>The blocks that the layers name, and those that these name.</summary>
    public EquatableArray<DeclarationModel> Blocks { get; init; }

    /// <summary>The inputs, where there are several.</summary>
    public IEnumerable<InputPartDeclaration> Parts => Layers.OfType<InputPartDeclaration>();

    /// <summary>The names of the layers that several losses judge.</summary>
    public IEnumerable<string> Outputs => Losses.Count > 1 ? Losses.Select(loss => loss.From).OfType<string>() : [];

    /// <summary>The names of several inputs, and of several outputs.</summary>
    public IEnumerable<string> PartNames => Parts.Select(part => part.Name).OfType<string>().Concat(Outputs);

    /// <summary>Whether there are several inputs, so that layers read parts of a row, and none reads the row itself.</summary>
    public bool HasParts => Layers.Any(layer => layer.Kind == NetworkAttributes.Input);

    /// <summary>The attribute that makes the class what it is: [Network], or [Layers].</summary>
    public string Marker => Network is null ? NetworkAttributes.Layers : NetworkAttributes.Network;
}

/// <param name="Attribute">Its attribute.</param>
/// <param name="Sizes">The size of every axis as written; none where the attribute cannot be read.</param>
/// <param name="Name">Its name, or null for the default.</param>
/// <param name="IsReadable">False where the compiler already rejects the attribute.</param>
internal sealed record InputDeclaration(int Attribute, EquatableArray<int> Sizes, string? Name, bool IsReadable);

/// <param name="Attribute">Its attribute.</param>
/// <param name="Loss">The member of <c>Loss</c>, or null where the compiler already rejects the attribute.</param>
/// <param name="Reduction">The member of <c>Reduction</c>.</param>
/// <param name="From">The name of the layer that it judges, or null for the last.</param>
/// <param name="Weight">Its factor in the cost.</param>
/// <param name="Options">What else is set of it.</param>
internal sealed record LossDeclaration(int Attribute, EnumValue? Loss, EnumValue Reduction, string? From, double Weight, LossOptions Options)
{
    /// <summary>How a message calls it.</summary>
    public string Title => $"Loss({Loss?.Name})";
}

/// <param name="Attribute">Its attribute.</param>
/// <param name="Kind">The attribute's name, without <c>Attribute</c>.</param>
internal sealed record StrayDeclaration(int Attribute, string Kind);

/// <param name="Attribute">Its attribute.</param>
/// <param name="Kind">The attribute's name, without <c>Attribute</c>.</param>
/// <param name="Written">The constant, as it is written.</param>
/// <param name="Network">The network that has it once it is compiled.</param>
internal sealed record BorrowedConstant(int Attribute, string Kind, string Written, string Network);

/// <summary>A member of an enum: its name, or the number written where no member has it.</summary>
/// <param name="Name">The name, or the number.</param>
/// <param name="IsMember">Whether a member has that value.</param>
internal sealed record EnumValue(string Name, bool IsMember);
