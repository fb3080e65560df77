using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A window along an axis of an input, and how messages call them.</summary>
/// <param name="Window">The window.</param>
/// <param name="Inputs">The elements of the axis.</param>
/// <param name="Suffix">What the properties of this axis end in.</param>
/// <param name="Elements">What the elements of this axis are: rows, columns or steps.</param>
internal sealed record MeasuredAxis(SlidingWindow Window, int Inputs, string Suffix, string Elements)
{
    /// <summary>The axes behind the channels; rows and columns as one where they are alike.</summary>
    public static IReadOnlyList<MeasuredAxis> Of(WindowDeclaration layer, EquatableArray<SlidingWindow> windows, Shape input)
    {
        List<MeasuredAxis> axes =
        [
            .. windows.Select((window, axis) => new MeasuredAxis(window, input.Sizes[axis + 1], layer.Axes[axis].Suffix, layer.Axes[axis].Suffix switch
            {
                "Height" => "rows",
                "Width" => "columns",
                _ => "steps",
            })),
        ];
        return axes.Count == 2 && axes[0].Window == axes[1].Window && axes[0].Inputs == axes[1].Inputs
            ? [axes[0] with { Suffix = "", Elements = "rows and columns" }] : axes;
    }
}
