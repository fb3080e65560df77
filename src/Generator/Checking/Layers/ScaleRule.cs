namespace NetGen.Generator;

/// <summary>Which initializers take a scale, and which scales they take; the defaults are the runtime's.</summary>
internal static class ScaleRule
{
    public static double? Check(DenseDeclaration layer, LayerScope scope)
    {
        if (!scope.IsMember(layer.Initializer, "Initializer", "Auto"))
        {
            return null;
        }

        string name = layer.Initializer.Name;
        if (layer.Scale is not { } scale)
        {
            return null;
        }

        string? example = name switch
        {
            "Constant" => "0.1",
            "Normal" => "0.01",
            "Scaled" => "1",
            _ => null,
        };

        bool isFinite = !double.IsNaN(scale) && !double.IsInfinity(scale);
        if (example is null)
        {
            scope.Report(Descriptors.ScaleNeedsInitializer, Text.Number(scale), name);
        }
        else if (!isFinite || (name != "Constant" && scale <= 0))
        {
            string kind = name == "Constant" ? "finite" : "positive finite";
            scope.Report(Descriptors.ScaleOutOfRange, Text.Number(scale), name, kind, example);
        }

        return scale;
    }
}
