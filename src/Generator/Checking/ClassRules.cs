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

        if (GeneratedMembers.OwnerOf(type.Name, declaration.Streaming) is { } owner)
        {
            faults.Report(Descriptors.NameIsTaken, null, "The class", type.Name, owner);
        }

        for (int constructor = 0; constructor < type.Unchained.Count && type.Kind == ClassKind.Ordinary; constructor++)
        {
            faults.ReportConstructor(Descriptors.ConstructorNeedsChain, constructor, type.Unchained[constructor]);
        }

        CheckAttributes(declaration, faults);
        if (declaration.Block is { } block)
        {
            faults.Report(Descriptors.BlockHasLayersOnly, block, type.Name, NetworkAttributes.Network);
        }

        if (HasNoLayer(declaration))
        {
            faults.Report(Descriptors.NetworkNeedsLayer, declaration.Network, type.Name);
        }

        foreach (string member in GeneratedMembers.Names(declaration.Streaming).Concat(GeneratedMembers.Accessors).Append(GeneratedMembers.Constructor).Where(name =>
            type.Members.Contains(name) || (type.Methods.Contains(name) && !GeneratedMembers.Methods.Contains(name))))
        {
            faults.Report(Descriptors.MemberIsTaken, null, type.Name, member);
        }
    }

    /// <summary>What a block must be: layers, and nothing that is a network's.</summary>
    public static void CheckBlock(DeclarationModel declaration, Faults faults)
    {
        CheckAttributes(declaration, faults);
        if (declaration.Input is { } input)
        {
            faults.Report(Descriptors.BlockHasLayersOnly, input.Attribute, declaration.Class.Name, NetworkAttributes.Input);
        }
        else if (declaration.Loss is { } loss)
        {
            faults.Report(Descriptors.BlockHasLayersOnly, loss.Attribute, declaration.Class.Name, NetworkAttributes.Loss);
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
        declaration.Layers.Count == 0 && declaration.Strays.All(stray => stray.Kind is NetworkAttributes.Input or NetworkAttributes.Loss);

    private static (string What, string Remedy) Unsupported(ClassKind kind) => kind switch
    {
        ClassKind.Static => ("is static, but a network is an object that holds its parameters", "Remove `static`"),
        ClassKind.Abstract => ("is abstract, so nobody could make one", "Remove `abstract`"),
        ClassKind.Record => ("is a record, which is copied and compared by value, while a network owns its parameters", "Write `class`"),
        ClassKind.Generic => ("is generic, but a network is compiled for one number type", "Remove the type parameters"),
        ClassKind.InsideGeneric => ("lies inside a generic type, but a network is compiled once", "Move it out of that type"),
        ClassKind.FileLocal => ("is visible in its own file only, and the generated part is another file", "Write `internal`"),
        ClassKind.PrimaryConstructor => ("has a primary constructor, which the generated one would have to call", "Write it as an ordinary constructor"),
        ClassKind.DerivedNetwork => ("derives from another network, whose members it would repeat", "Hold that network in a field"),
        ClassKind.BaseHidesConstructor => ("derives from a class whose constructor without arguments it cannot reach", "Make that constructor protected"),
        _ => ("derives from a class whose constructors all take arguments, which the generated one cannot give", "Add a constructor without any"),
    };
}
