using System;

namespace NetGen.Reference;

/// <summary>Says what a span should have held.</summary>
internal static class Lengths
{
    public static void Check(string name, int length, int expected, string network)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{network} needs {expected} numbers here; {name} has {length}.", name);
        }
    }
}
