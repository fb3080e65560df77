using System;
using System.Collections.Generic;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>Holds numbers against the reference, and remembers the worst.</summary>
internal sealed class Comparison(string claim)
{
    private int compared;
    private int outside;
    private double worst = -1;
    private double largest;
    private string place = "";
    private Bounded expected;
    private float actual;

    /// <summary>Compares one number.</summary>
    /// <param name="reference">What the reference has.</param>
    /// <param name="number">What the network gave.</param>
    /// <param name="where">Says where it is.</param>
    public void Add(Bounded reference, float number, Func<string> where)
    {
        compared++;
        double error = Math.Abs(number - reference.Value);
        bool covered = reference.Covers(number);
        double share = error == 0 ? 0 : double.IsNaN(error) ? double.PositiveInfinity : error / reference.Error;
        outside += covered ? 0 : 1;
        largest = Math.Max(largest, Math.Abs(reference.Value));
        if (share > worst)
        {
            (worst, place, expected, actual) = (share, where(), reference, number);
        }
    }

    /// <summary>Compares rows of numbers.</summary>
    public Comparison Rows(IReadOnlyList<Bounded> references, ReadOnlySpan<float> numbers, int size, string element)
    {
        for (int index = 0; index < numbers.Length; index++)
        {
            int at = index;
            Add(references[index], numbers[index], () => Invariant($"row {at / size}, {element} {at % size}"));
        }

        return this;
    }

    /// <summary>Compares a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="references">Its elements, in canonical order.</param>
    /// <param name="buffer">A flat buffer.</param>
    public Comparison Tensor(ParameterTensor tensor, ReadOnlySpan<Bounded> references, ReadOnlySpan<float> buffer)
    {
        for (int index = 0; index < references.Length; index++)
        {
            int at = index;
            Add(references[index], buffer[tensor.Position(index)], () => Place(tensor, at));
        }

        return this;
    }

    /// <summary>An element as messages write it: <c>Dense1.Weights[2, 0]</c>.</summary>
    public static string Place(ParameterTensor tensor, int index) => Invariant($"{tensor.Name}[{Subscripts(tensor, index)}]");

    /// <summary>What was found.</summary>
    public ProofFinding Finding() => new(claim, outside == 0, outside == 0 ? Agreement() : Difference(), Math.Max(worst, 0));

    private string Agreement() => compared == 0 ? "no numbers"
        : worst <= 0 ? Invariant($"{compared} {(compared == 1 ? "number" : "numbers")}, no error")
        : Invariant($"{compared} {(compared == 1 ? "number" : "numbers")}, at worst {Math.Abs(actual - expected.Value):G2} off where {expected.Error:G2} is the bound, at {place}; the largest is {largest:G2}{(expected.Error > largest ? ", less than the bound, which therefore says little" : "")}");

    private string Difference() =>
        Invariant($"{outside} of {compared} outside their bounds; the worst, {place}, is {actual:G9} where the reference has {expected.Value:G9} ± {expected.Error:G2}");

    private static string Subscripts(ParameterTensor tensor, int index)
    {
        List<int> subscripts = [];
        for (int axis = tensor.Shape.Length - 1; axis >= 0; axis--)
        {
            subscripts.Insert(0, index % tensor.Shape[axis]);
            index /= tensor.Shape[axis];
        }

        return ShapeText.List(subscripts);
    }
}
