namespace NetGen.Generator;

/// <summary>A tensor that a layer learns.</summary>
internal sealed record ParameterModel(string Name, Shape Shape, bool InPanels);
