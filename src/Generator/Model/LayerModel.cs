namespace NetGen.Generator;

/// <summary>One layer of a checked network. Enum members of the attributes are kept by name.</summary>
/// <param name="Name">Its name, unique in the network.</param>
/// <param name="Inputs">The nodes it takes.</param>
/// <param name="Output">The shape of its output.</param>
internal abstract record LayerModel(string Name, EquatableArray<int> Inputs, Shape Output);

internal sealed record DenseModel(
    string Name, EquatableArray<int> Inputs, Shape Output, int InputSize, int Units, bool Bias, string Initializer, double Scale)
    : LayerModel(Name, Inputs, Output);

internal sealed record ActivateModel(string Name, EquatableArray<int> Inputs, Shape Output, string Activation, double Slope)
    : LayerModel(Name, Inputs, Output);

internal sealed record DropoutModel(string Name, EquatableArray<int> Inputs, Shape Output, double Rate)
    : LayerModel(Name, Inputs, Output);

internal sealed record FlattenModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output);

internal sealed record ReshapeModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output);

internal sealed record AddModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output);

internal sealed record ConcatModel(string Name, EquatableArray<int> Inputs, Shape Output, int Axis)
    : LayerModel(Name, Inputs, Output);
