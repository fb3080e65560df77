using NetGen.Comparison.Peers;
using NetGen.Reference;

namespace NetGen.Comparison.Contestants;

/// <summary>
/// What a network gives for a row: the reference in double, and how far float may lie from it. Nobody who computes the
/// same lies beyond ten standard deviations.
/// </summary>
internal sealed class Expected
{
    private const double Deviations = 10;

    private readonly Deviating[] outputs;

    public Expected(Workload workload, Problem problem, ReadOnlySpan<float> row) => outputs =
        ReferencePass.Forward<Deviating>(workload.Network, Deviating(problem.Parameters), Deviating(row), training: null)[^1];

    /// <summary>How an output differs, or null where it is what it should be.</summary>
    public string? Misfit(ReadOnlySpan<float> output)
    {
        if (output.Length != outputs.Length)
        {
            return $"gives {output.Length} numbers where {outputs.Length} are expected";
        }

        for (int index = 0; index < outputs.Length; index++)
        {
            (double value, double tolerance) = (outputs[index].Value, Tolerance(outputs[index]));
            if (!(Math.Abs(output[index] - value) <= tolerance))
            {
                return FormattableString.Invariant($"gives {output[index]:G6} where the reference gives {value:G6} ± {tolerance:G2} (output {index})");
            }
        }

        return null;
    }

    private static double Tolerance(Deviating output) => Deviations * Math.Sqrt(output.Variance) + float.Epsilon;

    private static Deviating[] Deviating(ReadOnlySpan<float> numbers)
    {
        var result = new Deviating[numbers.Length];
        for (int index = 0; index < result.Length; index++)
        {
            result[index] = numbers[index];
        }

        return result;
    }
}
