namespace NetGen.Generator;

/// <summary>[T, F] → [units], or [T, units]; twice the units where the layer is bidirectional.</summary>
internal static class RecurrentRule
{
    public static RecurrentModel Check(RecurrentDeclaration layer, LayerScope scope)
    {
        bool hasUnits = layer.Units >= 1;
        if (!hasUnits)
        {
            scope.Report(Descriptors.LayerNeedsUnits, scope.Name, scope.Network, scope.Input.IsKnown ? $"; its input is {scope.Input}" : "");
        }

        bool isSequence = scope.Input.Rank == 2;
        if (scope.Input.IsKnown && !isSequence)
        {
            SequenceRule.ReportNoSequence(scope);
        }

        if (layer.Activation is { } activation && scope.IsMember(activation, "Activation", "Tanh") && activation.Name is not ("Tanh" or "ReLU"))
        {
            scope.Report(Descriptors.RecurrentNeedsActivation, activation.Name);
        }

        (int steps, int inputSize) sizes = isSequence ? (scope.Input.Sizes[0], scope.Input.Sizes[1]) : (0, 0);
        return new RecurrentModel(
            scope.Name, scope.Inputs, hasUnits && isSequence ? Output(layer, scope.Input) : Shape.Unknown, layer.Kind, sizes.steps, sizes.inputSize, layer.Units,
            layer.Activation?.Name, layer.Sequence, layer.Bidirectional, layer.Bias);
    }

    private static Shape Output(RecurrentDeclaration layer, Shape input)
    {
        // Twice the largest int would not fit; half of it is too large all the same.
        int units = !layer.Bidirectional ? layer.Units : layer.Units <= int.MaxValue / 2 ? 2 * layer.Units : int.MaxValue;
        return layer.Sequence ? new Shape(input.Sizes[0], units) : new Shape(units);
    }
}
