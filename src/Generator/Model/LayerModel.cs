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

    /// <summary>What it keeps from batch to batch without learning it: running averages.</summary>
    public virtual EquatableArray<ParameterModel> Statistics => default;

    /// <summary>The type of the property that shows <see cref="Parameters"/>, as its declaration has it; null where the layer learns nothing.</summary>
    public string? ParametersType { get; init; }

    /// <summary>The node whose parameters it uses; null where it has its own, or none.</summary>
    public int? Shares { get; init; }

    /// <summary>Whether it has parameters of its own, and so a property that shows them.</summary>
    public bool Learns => ParametersType is not null && Shares is null;

    /// <summary>The multiply-adds of one example.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>
    /// The numbers of a row's memory that it has for itself: what its forward pass leaves for its backward pass beside
    /// input and output, or where nothing is trained, what it needs while it runs.
    /// </summary>
    public virtual long Memory(bool training) => 0;

    /// <summary>The numbers that it needs of the steps before the one at work, where it reads a sequence step by step.</summary>
    public virtual long StateSize => 0;

    /// <summary>Where in the state of a stream those lie; null where the layer does not work step by step.</summary>
    public int? StateOffset { get; init; }

    /// <summary>Whether its backward pass reads its input again.</summary>
    public virtual bool KeepsInput => false;

    /// <summary>Whether its backward pass reads its output again.</summary>
    public virtual bool KeepsOutput => false;

    /// <summary>Whether its backward pass reads its parameters where they lie.</summary>
    public virtual bool RereadsParameters => false;

    /// <summary>Whether its kernels transpose its weights where they read them; those of others are transposed ahead of the backward pass.</summary>
    public virtual bool TransposesWeights => false;

    /// <summary>Whether an elementwise activation behind it can be fused into it.</summary>
    public virtual bool TakesActivation => false;

    /// <summary>Whether it reads rows that have no padding, as the caller's input has none.</summary>
    public virtual bool ReadsUnpadded => false;

    /// <summary>Whether its input is whole numbers, which only the network's input holds.</summary>
    public virtual bool ReadsWhole => false;

    /// <summary>Whether its output is its input's memory under another shape.</summary>
    public virtual bool IsView(bool training) => false;
}
