using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>What layers of images and signals ask of the shape that they take.</summary>
internal static class ChannelsRule
{
    public const string Image = "an image [channels, height, width]";
    private const string Signal = "a signal [channels, length]";

    /// <summary>Whether an input has axes for channels and places; says so where it has not.</summary>
    public static bool IsImageOrSignal(string kind, LayerScope scope) => HasRank(2, 3, kind, scope);

    /// <summary>Whether an input is known and has that many axes; says so where it has more or fewer.</summary>
    public static bool HasRank(int least, int most, string kind, LayerScope scope, Func<Shape, bool>? suits = null)
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
                _ => "channels with at least one axis behind them, such as [channels, height, width]",
            };
            scope.Report(
                Descriptors.LayerNeedsChannels, shape, scope.Input.ToString(), (most, rank) is (2, 3) ? $"Use [{kind.Replace("1D", "2D")}], which takes images"
                : Reshaped(scope.Input, rank < least ? least : most).FirstOrDefault(suits ?? (_ => true)) is { IsKnown: true } found
                ? $"Put [Reshape({Text.List(found.Sizes)})] before it, or other sizes whose product is {Text.Count(scope.Input.Count)}"
                : $"Put a [Reshape] before it, to {shape} with the product {Text.Count(scope.Input.Count)}");
        }

        return fits;
    }

    /// <summary>Shapes of another rank and as many elements: of a vector the squarest first, of others that with the last axes as one.</summary>
    private static IEnumerable<Shape> Reshaped(Shape input, int rank)
    {
        int elements = (int)input.Elements;
        return input.Rank == 1 && rank == 3
            ? Enumerable.Range(1, (int)Math.Sqrt(elements)).Where(size => elements % size == 0).Reverse().Select(height => new Shape(1, height, elements / height))
            : [input.Rank < rank ? new Shape([1, .. input.Sizes]) : new Shape([.. input.Sizes.Take(rank - 1), input.Sizes.Skip(rank - 1).Aggregate(1, (product, size) => product * size)])];
    }
}
