namespace NetGen.Generator;

/// <summary>A tensor that a layer learns.</summary>
/// <param name="InPanels">Whether it is a matrix in panels, whose transpose the backward pass reads.</param>
/// <param name="IsInner">Whether that takes the gradient to other parameters of the layer, and not to its input alone.</param>
internal sealed record ParameterModel(string Name, Shape Shape, bool InPanels, bool IsInner = false);
