using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>One layer of a checked network. Enum members of the attributes are kept by name.</summary>
/// <param name="Name">Its name, unique in the network.</param>
/// <param name="Inputs">The nodes it takes.</param>
/// <param name="Output">The shape of its output.</param>
internal abstract record LayerModel(string Name, EquatableArray<int> Inputs, Shape Output)
{
    /// <summary>What it is, in a line of a table: <c>Dense 784 → 128</c>.</summary>
    public abstract string Title { get; }

    /// <summary>The kind: the attribute's name, which the description has too.</summary>
    public abstract string Kind { get; }

    /// <summary>What its description's constructor takes beside name and inputs: numbers, truth values, shapes, members of enums.</summary>
    public virtual IEnumerable<object> Description => [];

    /// <summary>What it learns.</summary>
    public virtual EquatableArray<ParameterModel> Parameters => default;

    /// <summary>The multiply-adds of one example.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Whether it reads its input without padding, as it lies in the caller's memory.</summary>
    public virtual bool TakesUnpadded => false;

    /// <summary>
    /// The numbers of a row's memory that it has for itself: what its forward pass leaves for its backward pass beside
    /// input and output, or where nothing is trained, what it needs while it runs.
    /// </summary>
    public virtual long Memory(bool training) => 0;

    /// <summary>Whether its backward pass reads its input again.</summary>
    public virtual bool KeepsInput => false;

    /// <summary>Whether its backward pass reads its output again.</summary>
    public virtual bool KeepsOutput => false;

    /// <summary>Whether its output is its input's memory under another shape.</summary>
    public virtual bool IsView(bool training) => false;
}
