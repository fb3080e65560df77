using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>A layer that makes one number of every window of a channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Truncate">Whether windows may leave elements at the end of an axis unread.</param>
public abstract record PoolDescription(string Name, ImmutableArray<int> Inputs, bool Truncate) : WindowDescription(Name, Inputs, Truncate)
{
    private protected override int OutputChannels(ImmutableArray<int> input)
    {
        foreach (SlidingWindow window in Windows.Where(window => window.Kernel >= 1 && 2L * window.Before > window.Kernel))
        {
            throw Misfit($"padding {window.Before} is more than half of the kernel {window.Kernel}.");
        }

        return input[0];
    }
}
