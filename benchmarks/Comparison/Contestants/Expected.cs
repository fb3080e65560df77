using NetGen.Comparison.Peers;
using NetGen.Differentiation;
using NetGen.Reference;

namespace NetGen.Comparison.Contestants;

/// <summary>
/// What a network gives for a row: the reference in double, and how far float may lie from it. Roundings are taken as
/// independent (Higham and Mary, 2019): with u = 2⁻²⁴, a sum of n terms t in any order has a standard deviation of at
/// most √n·u·Σ|t|, errors of the inputs add √(Σ(w·σ)²), and an elementary function is known to a few u. Nobody
/// who computes the same lies beyond ten standard deviations.
/// </summary>
internal sealed class Expected
{
    private const double U = 1.0 / (1 << 24);
    private const double Function = 8 * U;
    private const double Deviations = 10;

    private readonly double[] values;
    private readonly double[] tolerances;

    public Expected(Workload workload, Problem problem, ReadOnlySpan<float> row)
    {
        Real<double>[] parameters = Array.ConvertAll(problem.Parameters(), number => (Real<double>)(double)number);
        Real<double>[] input = Array.ConvertAll(row.ToArray(), number => (Real<double>)(double)number);
        double[][] nodes = [.. ReferencePass.Forward<Real<double>>(workload.Describe(), parameters, input, training: null).Select(node => Array.ConvertAll(node, real => real.Number))];
        values = nodes[^1];

        double[] a = nodes[0];
        double[] deviation = new double[a.Length];
        for ((int layer, int node) = (0, 1); layer < problem.Weights.Length; layer++, node++)
        {
            double[] z = nodes[node];
            deviation = Sums(problem.Weights[layer], problem.Biases[layer], a, deviation);
            string activation = layer + 1 < problem.Weights.Length ? workload.Hidden : workload.Output;
            if (activation != "Linear")
            {
                a = nodes[++node];
                deviation = activation == "Softmax" ? OfSoftmax(a, deviation) : OfFunction(activation, a, deviation);
            }
            else
            {
                a = z;
            }
        }

        tolerances = Array.ConvertAll(deviation, sigma => Deviations * sigma + float.Epsilon);
    }

    /// <summary>How an output differs, or null where it is what it should be.</summary>
    public string? Misfit(ReadOnlySpan<float> output)
    {
        if (output.Length != values.Length)
        {
            return $"gives {output.Length} numbers where {values.Length} are expected";
        }

        for (int index = 0; index < values.Length; index++)
        {
            if (!(Math.Abs(output[index] - values[index]) <= tolerances[index]))
            {
                return FormattableString.Invariant($"gives {output[index]:G6} where the reference gives {values[index]:G6} ± {tolerances[index]:G2} (output {index})");
            }
        }

        return null;
    }

    /// <summary>The deviations of W·a + b.</summary>
    private static double[] Sums(float[] W, float[] b, double[] a, double[] deviation)
    {
        double[] result = new double[b.Length];
        Parallel.For(0, b.Length, o =>
        {
            double magnitude = Math.Abs(b[o]);
            double carried = 0;
            for (int i = 0; i < a.Length; i++)
            {
                double w = W[o * a.Length + i];
                magnitude += Math.Abs(w * a[i]);
                carried += w * w * deviation[i] * deviation[i];
            }

            double rounding = U * magnitude;
            result[o] = Math.Sqrt(carried + (a.Length + 1) * rounding * rounding);
        });
        return result;
    }

    /// <summary>ReLU and tanh stretch no error; tanh adds its own.</summary>
    private static double[] OfFunction(string activation, double[] a, double[] deviation) =>
        activation == "ReLU" ? deviation : [.. deviation.Zip(a, (sigma, value) => Math.Sqrt(sigma * sigma + Square(Function * value)))];

    /// <summary>∂ŷᵢ/∂zⱼ = ŷᵢ(δᵢⱼ − ŷⱼ); e and its sum add their own errors.</summary>
    private static double[] OfSoftmax(double[] y, double[] deviation)
    {
        double all = y.Zip(deviation, (value, sigma) => Square(value * sigma)).Sum();
        return [.. y.Zip(deviation, (value, sigma) => value * Math.Sqrt(Square((1 - value) * sigma) + all - Square(value * sigma) + Square(Function) + y.Length * Square(U)))];
    }

    private static double Square(double x) => x * x;
}
