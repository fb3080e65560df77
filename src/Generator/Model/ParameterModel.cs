namespace NetGen.Generator;

/// <summary>A tensor that a layer learns.</summary>
/// <param name="InPanels">Whether it is a matrix in panels, whose transpose the backward pass reads.</param>
/// <param name="OfState">Whether that takes the gradient to the step before, and not to the layer's input.</param>
internal sealed record ParameterModel(string Name, Shape Shape, bool InPanels, bool OfState = false);
