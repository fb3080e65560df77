namespace NetGen.Generator;

/// <summary>The padding of rows and panels, as <c>NetGen.Kernels.Panels</c> has it.</summary>
internal static class Padding
{
    public const int Panel = 32;

    public static int Of(int length) => (length + 15) & ~15;

    public static int Of(ParameterModel parameter) => parameter.InPanels
        ? Of(parameter.Shape.Sizes[0]) * parameter.Shape.Sizes[1]
        : Of((int)parameter.Shape.Elements);
}
