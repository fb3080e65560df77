using System.Linq;

namespace NetGen.Generator;

/// <summary>[T, F] → [units], or [T, units]; twice the units where the layer is bidirectional.</summary>
internal static class RecurrenceRule
{
    public static RecurrenceModel Check(RecurrenceDeclaration layer, LayerScope scope)
    {
        bool hasUnits = layer.Units >= 1;
        if (!hasUnits)
        {
            scope.Report(Descriptors.LayerNeedsUnits, Text.Number(layer.Units));
        }

        bool isSequence = SequenceRule.IsSequence(scope);
        if (layer.Activation is { } activation && scope.IsMember(activation, "Activation", "Tanh") && activation.Name is not ("Tanh" or "ReLU"))
        {
            scope.Report(Descriptors.RecurrentNeedsActivation, activation.Name);
        }

        bool fits = SizeRule.ArePossible([("BackSteps", layer.BackSteps, 0)], scope) & (!hasUnits || IsStateGiven(layer, scope)) & LengthRule.IsGiven(layer.Lengths, scope);
        (int steps, int inputSize) = isSequence ? (scope.Input.Sizes[0], scope.Input.Sizes[1]) : (0, 0);
        return new RecurrenceModel(
            scope.Name, scope.Inputs, fits && hasUnits && isSequence ? Output(layer, scope.Input) : Shape.Unknown, layer.Kind, steps, inputSize, layer.Units,
            layer.Activation?.Name, layer.Sequence, layer.Bidirectional, layer.Bias,
            layer.State is not null, layer.Lengths is not null, layer.BackSteps);
    }

    /// <summary>Whether the states that it starts from are what its states are.</summary>
    private static bool IsStateGiven(RecurrenceDeclaration layer, LayerScope scope)
    {
        long units = (layer.Bidirectional ? 2L : 1L) * layer.Units;
        if (layer.Kind == "LSTM" && layer.State is null != layer.Cell is null)
        {
            (string has, string lacks) = layer.State is null ? ("Cell", "State") : ("State", "Cell");
            scope.Report(Descriptors.StateNeedsCell, has, Text.Quote(layer.State ?? layer.Cell!), lacks, Text.Number(units), scope.Free(lacks.ToLowerInvariant()));
            return false;
        }

        int parts = new[] { layer.State, layer.Cell }.Count(name => name is not null);
        for (int slot = 1; slot <= parts; slot++)
        {
            Shape shape = scope.Shapes[slot];
            if (shape.IsKnown && (shape.Rank != 1 || shape.Sizes[0] != units))
            {
                string written = layer.Bidirectional ? $"2·{Text.Count(layer.Units)} = {Text.Count(units)}" : Text.Count(units);
                scope.Report(
                    Descriptors.StateNeedsUnits, $"{(slot == 1 ? "State" : "Cell")} = {Text.Quote((slot == 1 ? layer.State : layer.Cell)!)}", shape.ToString(), written,
                    shape.Rank > 1 && shape.Count == units ? "Put [Flatten] behind it" : $"Make it a vector [{Text.Number(units)}]");
                return false;
            }
        }

        return scope.AreInputsKnown;
    }

    private static Shape Output(RecurrenceDeclaration layer, Shape input)
    {
        // Twice the largest int would not fit; half of it is too large all the same.
        int units = !layer.Bidirectional ? layer.Units : layer.Units <= int.MaxValue / 2 ? 2 * layer.Units : int.MaxValue;
        return layer.Sequence ? new Shape(input.Sizes[0], units) : new Shape(units);
    }
}
