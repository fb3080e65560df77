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

    /// <summary>The type of the property under which the generated class has what the layer learns; null where it learns nothing.</summary>
    public virtual string? ParametersType => null;
}
