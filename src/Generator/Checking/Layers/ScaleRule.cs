namespace NetGen.Generator;

/// <summary>Which initializers take a scale, which scales they take, and the default.</summary>
internal static class ScaleRule
{
    public static double Check(DenseDeclaration layer, LayerScope scope)
    {
        if (!scope.IsMember(layer.Initializer, "Initializer", "Auto"))
        {
            return 0;
        }

        string name = layer.Initializer.Name;
        double? byDefault = name switch
        {
            "Constant" => 0,
            "Normal" => 0.01,
            "Scaled" => 1,
            _ => null,
        };
        if (layer.Scale is not { } scale)
        {
            return byDefault ?? 0;
        }

        bool isFinite = !double.IsNaN(scale) && !double.IsInfinity(scale);
        if (byDefault is null)
        {
            scope.Report(Descriptors.ScaleNeedsInitializer, Text.Number(scale), name);
        }
        else if (!isFinite || (name != "Constant" && scale <= 0))
        {
            (string kind, string example) = name == "Constant" ? ("finite", "0.1") : ("positive finite", Text.Number(byDefault.Value));
            scope.Report(Descriptors.ScaleOutOfRange, Text.Number(scale), name, kind, example);
        }

        return scale;
    }
}
