using System;
using System.Numerics;

namespace NetGen;

/// <summary>The number types that networks and optimizers take, whatever else their constraints would let by.</summary>
internal static class NumberType
{
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Check<T>(string user)
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw new NotSupportedException($"{user} works on float or double, not on {typeof(T).Name}; convert the numbers to one of them.");
        }
    }

    /// <summary>The smallest positive number that is not denormal.</summary>
    public static T SmallestNormal<T>()
        where T : IFloatingPointIeee754<T> => T.Epsilon / (T.BitIncrement(T.One) - T.One);
}
