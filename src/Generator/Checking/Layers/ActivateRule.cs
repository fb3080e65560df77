namespace NetGen.Generator;

/// <summary>Any shape stays as it is; a softmax takes a vector.</summary>
internal static class ActivateRule
{
    public static ActivateModel Check(ActivateDeclaration layer, LayerScope scope)
    {
        string activation = layer.Activation.Name;
        bool isMember = scope.IsMember(layer.Activation, "Activation", "ReLU");
        var activate = new ActivateModel(scope.Name, scope.Inputs, scope.Input, activation, layer.Slope ?? (activation == "ELU" ? 1 : 0.01), OfLayer: layer.Layer is not null);
        if (layer.Slope is not null && isMember)
        {
            CheckSlope(activate, scope);
        }

        if (activate.IsSoftmax && scope.Input.Rank > 1)
        {
            scope.Report(Descriptors.SoftmaxNeedsVector, scope.Input.ToString(), Remedy(layer, scope));
            return activate with { Output = Shape.Unknown };
        }

        return activate;
    }

    private static string Remedy(ActivateDeclaration layer, LayerScope scope)
    {
        bool isOfEveryStep = layer.Layer is not null && scope.Inputs[0] is > 0 and int node && scope.Declaration.Layers[node - 1] is DenseDeclaration { PerStep: true };
        string flattened = $"[Flatten] before it, which makes [{scope.Input.Count}]";
        return isOfEveryStep ? $"A softmax of every step cannot be declared: remove PerStep and put {flattened}, or choose another activation"
            : scope.Declaration.Streaming ? "A softmax of every step cannot be declared: let the layer above it give its last state alone, without Sequence, or choose another activation"
            : $"Put {flattened}";
    }

    /// <summary>A layer that stands without an activation has no slope either.</summary>
    public static void CheckSlopeOfNone(EnumValue activation, double? slope, LayerScope scope)
    {
        if (slope is { } written && activation is { IsMember: true, Name: "Identity" })
        {
            scope.Report(Descriptors.ActivationHasNoSlope, Text.Number(written), "Activation.Identity, the default,");
        }
    }

    private static void CheckSlope(ActivateModel activate, LayerScope scope)
    {
        float slope = (float)activate.Slope;
        if (!activate.HasSlope)
        {
            scope.Report(Descriptors.ActivationHasNoSlope, Text.Number(activate.Slope), $"Activation.{activate.Activation}");
        }
        else if (activate.Activation == "ELU" ? !(slope > 0 && slope <= float.MaxValue) : !(Text.IsFactor(activate.Slope) && slope < 1))
        {
            (string range, string example) = activate.Activation == "ELU" ? ("above 0 and finite", "1") : ("at least 0 and below 1", "0.01");
            scope.Report(Descriptors.SlopeOutOfRange, Text.AsFloat(activate.Slope), activate.Activation, range, example);
        }
    }
}
