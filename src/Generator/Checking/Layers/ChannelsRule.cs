using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>What layers of images and signals ask of the shape that they take.</summary>
internal static class ChannelsRule
{
    public const string Image = "an image [channels, height, width]";
    private const string Signal = "a signal [channels, length]";

    /// <summary>Whether an input has axes for channels and places; says so where it has not.</summary>
    public static bool IsImageOrSignal(string kind, LayerScope scope) => HasRank(2, 3, kind, scope);

    /// <summary>Whether an input is known and has that many axes; says so where it has more or fewer.</summary>
    public static bool HasRank(int least, int most, string kind, LayerScope scope)
    {
        int rank = scope.Input.Rank;
        bool fits = rank >= least && rank <= most;
        if (!fits && scope.Input.IsKnown)
        {
            string shape = (least, most) switch
            {
                (3, 3) => Image,
                (2, 2) => Signal,
                (2, 3) => $"{Image} or {Signal}",
                _ => "channels with at least one axis, such as [channels, height, width]",
            };
            scope.Report(
                Descriptors.LayerNeedsChannels, shape, scope.Input.ToString(), (most, rank) is (2, 3) ? $"Use [{kind.Replace("1D", "2D")}], which takes images"
                : $"Put [Reshape({string.Join(", ", Reshaped(scope.Input, rank < least ? least : most))})] before it, or other sizes whose product is {scope.Input.Count}");
        }

        return fits;
    }

    /// <summary>A shape of another rank and as many elements: a vector as square as it can be, others with their last axes as one.</summary>
    private static IEnumerable<BigInteger> Reshaped(Shape input, int rank)
    {
        if (input.Rank == 1 && rank == 3)
        {
            int elements = input.Sizes[0];
            int height = Enumerable.Range(1, (int)Math.Sqrt(elements)).Last(size => elements % size == 0);
            return [1, height, elements / height];
        }

        return input.Rank < rank
            ? [1, .. input.Sizes]
            : [.. input.Sizes.Take(rank - 1), input.Sizes.Skip(rank - 1).Aggregate(BigInteger.One, (product, size) => product * size)];
    }
}
