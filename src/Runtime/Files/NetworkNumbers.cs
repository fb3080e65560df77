using System;

namespace NetGen.Files;

/// <summary>All that a network keeps: its parameters, and behind them its statistics.</summary>
internal static class NetworkNumbers
{
    /// <summary>Where each tensor lies in what <see cref="Of"/> gives.</summary>
    public static ParameterLayout LayoutOf<T>(INetwork<T> network)
        where T : unmanaged => network.Layout.Then(network.StatisticsLayout);

    /// <summary>A copy of the numbers.</summary>
    public static T[] Of<T>(INetwork<T> network)
        where T : unmanaged => [.. network.Parameters, .. network.Statistics];

    /// <summary>Gives a network numbers.</summary>
    public static void Put<T>(ReadOnlySpan<T> numbers, INetwork<T> network)
        where T : unmanaged
    {
        numbers[..network.Parameters.Length].CopyTo(network.Parameters);
        numbers[network.Parameters.Length..].CopyTo(network.Statistics);
    }
}
