namespace NetGen.Generator;

/// <summary>Any shape stays as it is; softmax takes a vector.</summary>
internal static class ActivateRule
{
    private const double DefaultSlope = 0.01;

    public static ActivateModel Check(ActivateDeclaration layer, LayerScope scope)
    {
        Shape output = scope.Input;
        bool isMember = scope.IsMember(layer.Activation, "Activation", "ReLU");
        if (layer.Activation.Name == "Softmax" && scope.Input.Rank > 1)
        {
            scope.Report(Descriptors.SoftmaxNeedsVector, scope.Input.ToString(), Remedy(layer, scope));
            output = Shape.Unknown;
        }

        if (layer.Slope is { } slope && isMember)
        {
            CheckSlope(slope, layer.Activation.Name, scope);
        }

        return new ActivateModel(scope.Name, scope.Inputs, output, layer.Activation.Name, layer.Slope ?? DefaultSlope, OfLayer: layer.Layer is not null);
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
            scope.Report(Descriptors.SlopeNeedsLeakyReLU, Text.Number(written), "Activation.Identity, the default,");
        }
    }

    private static void CheckSlope(double slope, string activation, LayerScope scope)
    {
        if (activation != "LeakyReLU")
        {
            scope.Report(Descriptors.SlopeNeedsLeakyReLU, Text.Number(slope), $"Activation.{activation}");
        }
        else if (!(slope >= 0 && (float)slope < 1))
        {
            scope.Report(Descriptors.SlopeOutOfRange, Text.AsFloat(slope));
        }
    }
}
