using System.Linq;

namespace NetGen.Generator;

/// <summary>What layers over sequences [T, F] say of an input that is none.</summary>
internal static class SequenceRule
{
    /// <summary>Whether the input is a sequence; says so where it is none, unless nobody knows what it is.</summary>
    public static bool IsSequence(LayerScope scope)
    {
        if (scope.Input.IsKnown && scope.Input.Rank != 2)
        {
            ReportNoSequence(scope);
        }

        return scope.Input.Rank == 2;
    }

    private static void ReportNoSequence(LayerScope scope)
    {
        LayerDeclaration? above = scope.Inputs[0] > 0 ? scope.Declaration.Layers[scope.Inputs[0] - 1] : null;
        (string steps, string size) = Split(scope.Input);
        scope.Report(Descriptors.NeedsSequence, scope.Input.ToString(), above is RecurrenceDeclaration
            ? $"Set Sequence = true on {above.PlacedTitle}, which then gives every step instead of the last"
            : $"Put [Reshape({steps}, {size})] before it, for {steps} · {size} = {Text.Count(scope.Input.Count)}, or another split{(scope.Layer is DenseDeclaration && scope.Input.Rank == 1 ? ", or remove PerStep" : "")}");
    }

    /// <summary>The sequence that the elements of a shape would rather be: a vector as square as it goes, a tensor along its first axis.</summary>
    private static (string Steps, string Size) Split(Shape shape)
    {
        int[] sizes = [.. shape.Sizes.Where(size => size > 1)];
        if (sizes.Length < 2)
        {
            int count = (int)shape.Elements;
            int size = 1;
            for (int divisor = 2; (long)divisor * divisor <= count; divisor++)
            {
                size = count % divisor == 0 ? divisor : size;
            }

            return (Text.Number(count / size), Text.Number(size));
        }

        return (Text.Number(sizes[0]), Text.Number(shape.Elements / sizes[0]));
    }
}
