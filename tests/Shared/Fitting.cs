using System;
using System.Numerics;

namespace NetGen.Tests.Support;

/// <summary>Rows of any numbers as rows that a network takes.</summary>
internal static class Fitting
{
    /// <summary>Where an element must be whole, it becomes a number of its range that depends on what it was.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows, one after another.</param>
    public static void Fit<T>(this NetworkDescription network, Span<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double Apart = 65_537;
        for (int index = 0; index < inputs.Length; index++)
        {
            if (network.Domain[index % network.InputSize] is { } range)
            {
                double drawn = double.CreateTruncating(inputs[index]);
                double place = double.IsFinite(drawn) ? Math.Floor(Math.Abs(drawn) * Apart) % (range.Most - range.Least + 1) : 0;
                inputs[index] = T.CreateTruncating(range.Least + place);
            }
        }
    }
}
