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

    /// <summary>The type of the property that shows its parameters; null where it learns nothing.</summary>
    public virtual string? ParametersType => null;

    /// <summary>The names of the further layers that it takes; null and empty names are "".</summary>
    public virtual EquatableArray<string> With => default;

    /// <summary>The name of the layer whose parameters it uses, or null for its own.</summary>
    public string? Share { get; init; }

    /// <summary>What is written of how its parameters are drawn.</summary>
    public EquatableArray<string> Draws { get; init; }

    /// <summary>Whether it has parameters of its own.</summary>
    public bool Learns => ParametersType is not null && Share is null;

    /// <summary>Where it stands, if a block brings it; null for a layer of the class itself.</summary>
    public BlockPlace? Place { get; init; }

    /// <summary>Further names of its output.</summary>
    public EquatableArray<string> Aliases { get; init; }

    /// <summary>How a message calls it that is not said of its own attribute.</summary>
    public string PlacedTitle => Place is null ? Title : $"{Title} {Place.Words}";
}
