namespace NetGen.Generator;

/// <summary>A layer as its attribute writes it.</summary>
/// <param name="Attribute">Its attribute.</param>
/// <param name="Name">Its name, or null for the default.</param>
/// <param name="From">The name of the layer it takes, or null for the one above.</param>
internal abstract record LayerDeclaration(int Attribute, string? Name, string? From)
{
    /// <summary>The kind of layer: the attribute's name.</summary>
    public abstract string Kind { get; }

    /// <summary>How a message calls it: <c>Dense(10)</c>.</summary>
    public abstract string Title { get; }

    /// <summary>The names of the further layers that it takes; null and empty names are "".</summary>
    public virtual EquatableArray<string> With => default;
}

internal sealed record DenseDeclaration(
    int Attribute, string? Name, string? From, int Units, EnumValue Activation, bool Bias, EnumValue Initializer, double? Scale, double? Slope)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Dense";

    public override string Title =>
        Activation.Name == "Identity" ? $"Dense({Text.Number(Units)})" : $"Dense({Text.Number(Units)}, {Activation.Name})";
}

/// <param name="Dense">The dense layer that it was written with, as in <c>[Dense(10, Activation.ReLU)]</c>; or null.</param>
internal sealed record ActivateDeclaration(
    int Attribute, string? Name, string? From, EnumValue Activation, double? Slope, DenseDeclaration? Dense = null)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Activate";

    public override string Title => Dense?.Title ?? $"Activate({Activation.Name})";
}

internal sealed record DropoutDeclaration(int Attribute, string? Name, string? From, double Rate)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Dropout";

    public override string Title => $"Dropout({Text.Number(Rate)})";
}

internal sealed record FlattenDeclaration(int Attribute, string? Name, string? From)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Flatten";

    public override string Title => "Flatten";
}

internal sealed record ReshapeDeclaration(int Attribute, string? Name, string? From, EquatableArray<int> Sizes)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Reshape";

    public override string Title => $"Reshape({Text.List(Sizes)})";
}

internal sealed record AddDeclaration(int Attribute, string? Name, string? From, EquatableArray<string> Summands)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Add";

    public override string Title => $"Add({Text.List(Summands)})";

    public override EquatableArray<string> With => Summands;
}

internal sealed record ConcatDeclaration(int Attribute, string? Name, string? From, EquatableArray<string> Appended, int Axis)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Concat";

    public override string Title => $"Concat({Text.List(Appended)})";

    public override EquatableArray<string> With => Appended;
}

/// <summary>A layer whose attribute the compiler already rejects; nothing is known of it, and nothing is said.</summary>
internal sealed record UnreadableDeclaration(int Attribute, string? Name, string? From, string KindWritten)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => KindWritten;

    public override string Title => KindWritten;
}
