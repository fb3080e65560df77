using System.Linq;

namespace NetGen.Generator;

/// <summary>One layer of a checked network. Enum members of the attributes are kept by name.</summary>
/// <param name="Name">Its name, unique in the network.</param>
/// <param name="Inputs">The nodes it takes.</param>
/// <param name="Output">The shape of its output.</param>
internal abstract record LayerModel(string Name, EquatableArray<int> Inputs, Shape Output)
{
    /// <summary>What it is, in a line of a table: <c>Dense 784 → 128</c>.</summary>
    public abstract string Title { get; }

    /// <summary>What it learns.</summary>
    public virtual EquatableArray<ParameterModel> Parameters => default;

    /// <summary>The multiply-adds of one example.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Whether its backward pass reads its input again.</summary>
    public virtual bool KeepsInput => false;

    /// <summary>Whether its backward pass reads its output again.</summary>
    public virtual bool KeepsOutput => false;

    /// <summary>Whether its output is its input's memory under another shape.</summary>
    public virtual bool IsView(bool training) => false;
}

/// <summary>A tensor that a layer learns.</summary>
internal sealed record ParameterModel(string Name, Shape Shape, bool InPanels);

internal sealed record DenseModel(
    string Name, EquatableArray<int> Inputs, Shape Output, int InputSize, int Units, bool Bias, string Initializer, double Scale)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Dense {InputSize} → {Units}{(Bias ? "" : ", no bias")}";

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", new Shape(Units, InputSize), InPanels: true), new ParameterModel("Bias", new Shape(Units), InPanels: false) }
            .Take(Bias ? 2 : 1).ToEquatableArray();

    public override long MultiplyAdds => (long)InputSize * Units;

    public override bool KeepsInput => true;
}

internal sealed record ActivateModel(string Name, EquatableArray<int> Inputs, Shape Output, string Activation, double Slope)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => Activation == "LeakyReLU" ? $"LeakyReLU {FloatLiteral.Text(Slope)}" : Activation;

    public override bool KeepsOutput => true;

    public override bool IsView(bool training) => Activation == "Identity";
}

internal sealed record DropoutModel(string Name, EquatableArray<int> Inputs, Shape Output, double Rate)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Dropout {FloatLiteral.Text(Rate)}";

    public override bool IsView(bool training) => !training || Rate == 0;
}

internal sealed record FlattenModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => "Flatten";

    public override bool IsView(bool training) => true;
}

internal sealed record ReshapeModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Reshape {Output}";

    public override bool IsView(bool training) => true;
}

internal sealed record AddModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Add {Inputs.Count}";
}

internal sealed record ConcatModel(string Name, EquatableArray<int> Inputs, Shape Output, int Axis)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Concat {Inputs.Count} along axis {Axis}";
}
