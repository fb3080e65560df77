namespace NetGen.Generator;

/// <summary>Which initializers take a scale, and which scales they take; the defaults are the runtime's.</summary>
internal static class ScaleRule
{
    public static double? Check(EnumValue initializer, double? written, LayerScope scope)
    {
        if (!scope.IsMember(initializer, "Initializer", "Auto"))
        {
            return null;
        }

        string name = initializer.Name;
        if (written is not { } scale)
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

        // No draw lies beyond 9 deviations.
        bool isFinite = !double.IsNaN(scale) && !float.IsInfinity((float)scale);
        bool drawsAreFinite = name != "Normal" || !float.IsInfinity((float)(9 * scale));
        if (example is null)
        {
            scope.Report(Descriptors.ScaleNeedsInitializer, Text.Number(scale), name == "Auto" ? "Auto, the default," : name);
        }
        else if (!isFinite || !drawsAreFinite || (name != "Constant" && (float)scale <= 0))
        {
            string kind = name switch { "Constant" => "finite number", "Normal" => "number above 0 and up to 3.7E+37", _ => "finite number above 0" };
            string number = isFinite && !drawsAreFinite ? $"{Text.Number(scale)}, which makes weights that are infinite as a float" : Text.AsFloat(scale);
            scope.Report(Descriptors.ScaleOutOfRange, number, name, kind, example);
        }

        return scale;
    }
}
