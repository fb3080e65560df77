using System.Numerics;

namespace NetGen.Generator;

/// <summary>The padding of rows and panels, as <c>NetGen.Kernels.Panels</c> has it.</summary>
internal static class Padding
{
    public const int Panel = 32;

    public static int Of(int length) => (length + 15) & ~15;

    /// <summary>
    /// From one row of a tensor to the next. Rows a multiple of 512 bytes apart would share so few sets of the first
    /// cache that the rows of a batch drive each other out of it, so such are moved on by a line.
    /// </summary>
    public static int Stride(int length) => Of(length) % 128 == 0 ? Of(length) + 16 : Of(length);

    /// <summary>A row that devices read four numbers at a time.</summary>
    public static int OfFours(int length) => (length + 3) & ~3;

    /// <summary>The numbers of a parameter in memory; before its layer is checked, of any size.</summary>
    public static BigInteger Of(ParameterModel parameter) => parameter.InPanels
        ? (BigInteger)Of(parameter.Shape.Sizes[0]) * parameter.Shape.Sizes[1]
        : (parameter.Shape.Count + 15) / 16 * 16;

    /// <summary>The numbers of a matrix in panels transposed, as of a parameter.</summary>
    public static long OfTransposed(ParameterModel weights) => (long)Of(weights.Shape.Sizes[1]) * weights.Shape.Sizes[0];
}
