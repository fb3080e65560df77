namespace NetGen.Generator;

/// <summary>What layers of images and signals ask of the shape that they take.</summary>
internal static class ChannelsRule
{
    public const string Image = "an image [channels, height, width]";
    public const string Signal = "a signal [channels, length]";

    /// <summary>Whether an input has axes for channels and places; says so where it has not.</summary>
    public static bool IsImageOrSignal(LayerScope scope)
    {
        if (scope.Input.IsKnown && scope.Input.Rank is not (2 or 3))
        {
            scope.Report(Descriptors.LayerNeedsChannels, $"{Image} or {Signal}", scope.Input.ToString(), Remedy(scope.Input));
            return false;
        }

        return scope.Input.IsKnown;
    }

    /// <summary>One channel of the elements of an input, as a remedy.</summary>
    public static string OneChannel(Shape input, params int[] sizes) =>
        $"Put [Reshape({Text.List([1, .. sizes])})] before it for one channel, or other sizes whose product is {Text.Number((long)input.Count)}";

    private static string Remedy(Shape input) => input.Rank == 1
        ? OneChannel(input, input.Sizes[0])
        : "Put [Reshape] before it, which makes one of it";
}
