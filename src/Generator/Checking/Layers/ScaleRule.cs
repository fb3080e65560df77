using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>Which initializers take a scale, and which scales they take; the defaults are the runtime's.</summary>
internal static class ScaleRule
{
    private const string Positive = "finite number above 0";

    /// <summary>What the initializers that take a scale take, and an example of it.</summary>
    private static readonly Dictionary<string, (string Kind, string Example)> taken = new()
    {
        ["Constant"] = ("finite number", "0.1"),
        ["Normal"] = ("number above 0 and up to 3.7E+37", "0.01"),
        ["Scaled"] = (Positive, "1"),
        ["Uniform"] = (Positive, "0.05"),
        ["Orthogonal"] = (Positive, "1"),
    };

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

        // No draw lies beyond 9 deviations.
        bool isFinite = !double.IsNaN(scale) && !float.IsInfinity((float)scale);
        bool drawsAreFinite = name != "Normal" || !float.IsInfinity((float)(9 * scale));
        if (!taken.TryGetValue(name, out (string Kind, string Example) takes))
        {
            scope.Report(Descriptors.ScaleNeedsInitializer, Text.Number(scale), name == "Auto" ? "Auto, the default," : name);
        }
        else if (!isFinite || !drawsAreFinite || (name != "Constant" && (float)scale <= 0))
        {
            string number = isFinite && !drawsAreFinite ? $"{Text.Number(scale)}, which makes weights that are infinite as a float" : Text.AsFloat(scale);
            scope.Report(Descriptors.ScaleOutOfRange, number, name, takes.Kind, takes.Example);
        }

        return scale;
    }
}
