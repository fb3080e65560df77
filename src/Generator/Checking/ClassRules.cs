using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>What the class itself must be, and that everything stands on the part with [Network].</summary>
internal static class ClassRules
{
    public static void Check(DeclarationModel declaration, Faults faults)
    {
        ClassModel type = declaration.Class;
        if (type.Kind != ClassKind.Ordinary)
        {
            (string what, string remedy) = Unsupported(type.Kind);
            faults.Report(Descriptors.UnsupportedClass, null, type.Name, what, remedy);
        }
        else if (!type.IsPartial)
        {
            faults.Report(Descriptors.ClassNeedsPartial, null, type.Name);
        }
        else if (type.ClosedContainer is { } container)
        {
            faults.Report(Descriptors.ContainerNeedsPartial, null, type.Name, container);
        }

        if (GeneratedMembers.OwnerOf(type.Name, declaration.Streaming, declaration.Gpu) is { } owner)
        {
            faults.Report(Descriptors.NameIsTaken, null, "The class", "", type.Name, $"which is already {owner}", "Rename the class");
        }

        for (int constructor = 0; constructor < type.Unchained.Count && type.Kind == ClassKind.Ordinary; constructor++)
        {
            // With a seed alone it would be the one that NetGen writes.
            string written = type.Unchained[constructor];
            faults.ReportConstructor(
                Descriptors.ConstructorNeedsChain, constructor, written,
                written.EndsWith("()", StringComparison.Ordinal) ? "" : ", or add a parameter `ulong seed` and write `: this(seed)`");
        }

        CheckAttributes(declaration, faults);
        if (declaration.Block is { } block)
        {
            faults.Report(Descriptors.BlockHasLayersOnly, block, type.Name, NetworkAttributes.Network, "Remove [Network], with [Input] and [Loss], or [Layers] where no [Block] names it");
        }

        if (HasNoLayer(declaration))
        {
            faults.Report(Descriptors.NetworkNeedsLayer, declaration.Network, type.Name);
        }

        foreach (string member in GeneratedMembers.Names(declaration.Streaming, declaration.Gpu).Concat(GeneratedMembers.Accessors).Append(GeneratedMembers.Constructor).Concat(declaration.PartNames.Any() ? [GeneratedMembers.OfParts] : []).Where(name =>
            type.Members.Contains(name) || (type.Methods.Contains(name) && !GeneratedMembers.Methods.Contains(name) && name != GeneratedMembers.OfParts)))
        {
            (string what, string remedy) = member == GeneratedMembers.Constructor
                ? ($"{type.Name}(ulong)", "Remove it, or give it another parameter and write `: this(seed)` behind them") : (member, "Rename or remove that member where it is declared");
            faults.Report(Descriptors.MemberIsTaken, null, type.Name, what, remedy);
        }
    }

    /// <summary>What a block must be: layers, and nothing that is a network's.</summary>
    public static void CheckBlock(DeclarationModel declaration, Faults faults)
    {
        CheckAttributes(declaration, faults);
        if (declaration.Input is { } input)
        {
            faults.Report(Descriptors.BlockHasLayersOnly, input.Attribute, declaration.Class.Name, NetworkAttributes.Input, "Remove [Input]");
        }
        else if (declaration.Losses.FirstOrDefault() is { } loss)
        {
            faults.Report(Descriptors.BlockHasLayersOnly, loss.Attribute, declaration.Class.Name, NetworkAttributes.Loss, "Move [Loss] to that network");
        }
        else if (declaration.Penalties.FirstOrDefault() is { } penalty)
        {
            faults.Report(Descriptors.BlockHasLayersOnly, penalty.Attribute, declaration.Class.Name, NetworkAttributes.Penalty, "Move [Penalty] to that network");
        }
        else if (HasNoLayer(declaration))
        {
            faults.Report(Descriptors.BlockNeedsLayer, declaration.Block, declaration.Class.Name);
        }
    }

    private static void CheckAttributes(DeclarationModel declaration, Faults faults)
    {
        foreach (BorrowedConstant constant in declaration.Borrowed)
        {
            faults.Report(Descriptors.GeneratedConstant, constant.Attribute, constant.Kind, declaration.Class.Name, constant.Written, constant.Network);
        }

        foreach (StrayDeclaration stray in declaration.Strays)
        {
            faults.Report(Descriptors.AttributeOnOtherPart, stray.Attribute, stray.Kind, declaration.Class.Name, declaration.Marker);
        }
    }

    private static bool HasNoLayer(DeclarationModel declaration) =>
        declaration.Layers.All(layer => layer.Kind == NetworkAttributes.Input) && declaration.Strays.All(stray => stray.Kind is NetworkAttributes.Input or NetworkAttributes.Loss or NetworkAttributes.Penalty);

    private static (string What, string Remedy) Unsupported(ClassKind kind) => kind switch
    {
        ClassKind.Static => ("is static, but a network is an object that holds its parameters", "Remove `static`"),
        ClassKind.Abstract => ("is abstract, but a network is made with `new`", "Remove `abstract`"),
        ClassKind.Record => ("is a record, which is copied and compared by value, while a network owns its parameters", "Write `class` instead of `record`"),
        ClassKind.Generic => ("is generic, but a network is compiled for one number type", "Remove the type parameters"),
        ClassKind.InsideGeneric => ("lies inside a generic type, but a network is compiled once", "Move it out of that type, or remove the type parameters there"),
        ClassKind.FileLocal => ("is visible in its own file only, and the generated part is another file", "Write `internal` instead of `file`"),
        ClassKind.PrimaryConstructor => ("has a primary constructor, which every other would have to call, the one that NetGen writes too", "Write it as an ordinary constructor with `: this(seed: 0UL)` behind its parameters"),
        ClassKind.DerivedNetwork => ("derives from another network, whose members it would repeat", "Remove that base, and hold the other network in a field"),
        ClassKind.BaseHidesConstructor => ("derives from a class whose constructor without parameters is out of reach, but the one that NetGen writes calls it", "Make that constructor of the base class protected"),
        _ => ("derives from a class whose constructors all have parameters, but the constructor that NetGen writes calls one without", "Add a constructor without parameters to the base class"),
    };
}
