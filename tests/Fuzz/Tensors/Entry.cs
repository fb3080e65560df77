namespace NetGen.Fuzz.Tensors;

/// <summary>A member of a header, every part as JSON text that a fault may change: a tensor, or <c>__metadata__</c>.</summary>
internal sealed class Entry(string name, params IEnumerable<(string Key, string Value)> fields)
{
    public string Name { get; set; } = name;

    public List<(string Key, string Value)> Fields { get; } = [.. fields];

    /// <summary>What stands there instead of an object of the fields.</summary>
    public string? Instead { get; set; }

    public Entry Copy() => new(Name, Fields) { Instead = Instead };

    public override string ToString() =>
        $"{Name}:{Instead ?? $"{{{string.Join(',', Fields.Select(field => $"{field.Key}:{field.Value}"))}}}"}";
}
