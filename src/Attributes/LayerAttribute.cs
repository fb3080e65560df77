using System;

namespace NetGen;

/// <summary>What every layer has: a name that others may refer to, and the layer it continues from.</summary>
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// The layer's name, a C# identifier unique in the network. Other layers refer to it, and the generated class
    /// has its parameters under it. By default the kind and its number: <c>Dense1</c>, <c>Dense2</c>, <c>Add1</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The name of the layer whose output this one takes. By default the layer above.</summary>
    public string? From { get; set; }
}
