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

    /// <summary>The kind: the attribute's name, which the description has too.</summary>
    public abstract string Kind { get; }

    /// <summary>What the constructor of its description takes beside name and inputs.</summary>
    public virtual string DescriptionArguments => "";

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
    string Name, EquatableArray<int> Inputs, Shape Output, int InputSize, int Units, bool Bias, string Initializer, double? Scale)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Dense {InputSize} → {Units}{(Bias ? "" : ", no bias")}";

    public override string Kind => "Dense";

    public override string DescriptionArguments => $"{Text.Number(Units)}, {(Bias ? "true" : "false")}, Initializer.{Initializer}{(Scale is { } scale ? $", {FloatLiteral.Of(scale)}" : "")}";

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

    public override string Kind => "Activate";

    public override string DescriptionArguments => $"Activation.{Activation}, {FloatLiteral.Of(Slope)}";

    public override bool KeepsOutput => true;

    public override bool IsView(bool training) => Activation == "Identity";
}

internal sealed record DropoutModel(string Name, EquatableArray<int> Inputs, Shape Output, double Rate)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Dropout {FloatLiteral.Text(Rate)}";

    public override string Kind => "Dropout";

    public override string DescriptionArguments => FloatLiteral.Of(Rate);

    public override bool IsView(bool training) => !training || Rate == 0;
}

internal sealed record FlattenModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => "Flatten";

    public override string Kind => "Flatten";

    public override bool IsView(bool training) => true;
}

internal sealed record ReshapeModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Reshape {Output}";

    public override string Kind => "Reshape";

    public override string DescriptionArguments => $"[{Text.List(Output.Sizes)}]";

    public override bool IsView(bool training) => true;
}

internal sealed record AddModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Add {Inputs.Count}";

    public override string Kind => "Add";
}

internal sealed record ConcatModel(string Name, EquatableArray<int> Inputs, Shape Output, int Axis)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Concat {Inputs.Count} along axis {Axis}";

    public override string Kind => "Concat";

    public override string DescriptionArguments => Text.Number(Axis);
}
