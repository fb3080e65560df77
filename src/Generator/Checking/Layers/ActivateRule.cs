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
            scope.Report(Descriptors.SoftmaxNeedsVector, scope.Input.ToString(), scope.Input.Count.ToString());
            output = Shape.Unknown;
        }

        if (layer.Slope is { } slope && isMember)
        {
            CheckSlope(slope, layer.Activation.Name, scope);
        }

        return new ActivateModel(scope.Name, scope.Inputs, output, layer.Activation.Name, layer.Slope ?? DefaultSlope, OfLayer: layer.Layer is not null);
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
