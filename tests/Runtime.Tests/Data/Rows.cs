using System.Linq;
using System.Numerics;
using NetGen.Data;
using NetGen.Randomness;

namespace NetGen.Runtime.Tests.Data;

/// <summary>Short ways to make and read examples.</summary>
internal static class Rows
{
    /// <summary>Normal numbers around an offset.</summary>
    public static T[] Random<T>(int count, double offset = 0, double scale = 1, ulong seed = 1)
        where T : INumberBase<T> =>
        [.. Enumerable.Range(0, count).Select(index => T.CreateTruncating(offset + scale * CounterRandom.Normal(seed, 0, index)))];

    /// <summary>Examples of given inputs, with label 0 each.</summary>
    public static Examples<T> Inputs<T>(int count, params T[] inputs)
        where T : unmanaged => new(inputs, new int[count]);

    /// <summary>Examples numbered by their inputs: row r is r, with label r % classes.</summary>
    public static Examples<float> Numbered(int count, int classes = 10) =>
        new(Enumerable.Range(0, count).Select(row => (float)row).ToArray(), Enumerable.Range(0, count).Select(row => row % classes).ToArray());

    /// <summary>All inputs, targets and labels, read in one go.</summary>
    public static (T[] Inputs, T[] Targets, int[] Labels) All<T>(IExamples<T> examples)
        where T : unmanaged
    {
        var inputs = new T[examples.Count * examples.InputSize];
        var targets = new T[examples.Count * examples.TargetSize];
        int[] labels = new int[examples.TargetSize == 0 ? examples.Count : 0];
        examples.Read([.. Enumerable.Range(0, examples.Count)], inputs, targets, labels);
        return (inputs, targets, labels);
    }
}
