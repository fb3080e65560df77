using System;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>Layers of images and signals that fit a shape of two or three axes.</summary>
internal static class RandomChannels
{
    private const int MostElements = 600;

    /// <summary>A layer for a shape; it never refuses it.</summary>
    public static LayerDeclaration Of(SeededRandom random, int[] shape)
    {
        int elements = shape.Aggregate((product, size) => product * size);
        int grown = elements << (shape.Length - 1);
        return random.Below(8) switch
        {
            0 => new GlobalMaxPool(),
            1 => new GlobalAveragePool(),
            2 when grown <= MostElements => new Upsample(random.Chance(0.8) ? 2 : 1),
            3 when 2 * grown <= MostElements => shape.Length == 3
                ? new ZeroPad(random.Below(3), random.Below(2), random.Below(2), random.Below(3))
                : new ZeroPad(random.Below(4), random.Below(3)),
            _ => Pool(random, shape[1..]),
        };
    }

    private static PoolDeclaration Pool(SeededRandom random, int[] sizes)
    {
        // Windows of two that touch are what most networks have.
        bool halves = random.Chance(0.4) && sizes.All(size => size > 1);
        int[] kernel = [.. sizes.Select(size => halves ? 2 : random.Between(1, Math.Min(size, 4)))];
        int[] stride = [.. kernel.Select(size => halves || random.Chance(0.4) ? size : random.Between(1, 3))];
        int[] padding = [.. kernel.Select(size => halves || random.Chance(0.6) ? 0 : random.Between(0, size / 2))];
        bool includePadding = random.Chance(0.6);
        PoolDeclaration pool = (sizes.Length, random.Chance(0.5)) switch
        {
            (2, true) => new MaxPool2D(kernel),
            (2, false) => new AveragePool2D(kernel) { IncludePadding = includePadding },
            (_, true) => new MaxPool1D(kernel[0]),
            _ => new AveragePool1D(kernel[0]) { IncludePadding = includePadding },
        };
        return pool with { Stride = stride, Padding = padding, Truncate = true };
    }
}
