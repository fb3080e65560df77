namespace NetGen.Generator;

/// <summary>What decides whether a class can be a network.</summary>
/// <param name="Name">Its name as messages write it.</param>
/// <param name="Kind">What kind of class it is.</param>
/// <param name="IsPartial">Whether members can be added to it.</param>
/// <param name="ClosedContainer">The innermost type around it that is not partial, as <c>class Outer</c>; or null.</param>
/// <param name="Members">The fields, properties, events and types that it declares or inherits, and a constructor like the generated one; in ordinal order.</param>
/// <param name="Methods">The methods that it declares or inherits, in ordinal order.</param>
/// <param name="Unchained">The constructors of the user's that call no other of the class, as messages write them.</param>
internal sealed record ClassModel(
    string Name, ClassKind Kind, bool IsPartial, string? ClosedContainer, EquatableArray<string> Members, EquatableArray<string> Methods,
    EquatableArray<string> Unchained)
{
    /// <summary>Whether the members of a network can be added to it at all, be they right or wrong.</summary>
    public bool TakesMembers => IsPartial && ClosedContainer is null && Kind is (ClassKind.Ordinary or ClassKind.Abstract);
}

/// <summary>The kinds of class that a network is, or is not, declared on.</summary>
internal enum ClassKind
{
    Ordinary,
    Static,
    Abstract,
    Record,
    Generic,
    InsideGeneric,
    FileLocal,
    PrimaryConstructor,
    DerivedNetwork,
    BaseNeedsArguments,
    BaseHidesConstructor,
}
