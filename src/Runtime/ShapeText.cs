using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen;

/// <summary>Shapes and nodes as messages write them, whatever the culture.</summary>
internal static class ShapeText
{
    /// <summary>[3, 4].</summary>
    public static string Of(IEnumerable<int> sizes) => $"[{List(sizes)}]";

    /// <summary>3, 4.</summary>
    public static string List(IEnumerable<int> sizes) => string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
