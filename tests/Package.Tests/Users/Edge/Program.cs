using System;
using System.Globalization;
using System.Linq;
using Users;

// Parameters and an input as a C header; then the outputs in double, and how far a float result may lie from them.
var net = new Edge(seed: 7);
float[] inputs = Enumerable.Range(0, Edge.InputSize).Select(i => MathF.Sin(i + 1)).ToArray();
Console.WriteLine($"#define OUTPUTS {Edge.OutputSize}");
Console.WriteLine(Array("parameters", net.Parameters.ToArray()));
Console.WriteLine(Array("inputs", inputs));

// A float sum of n products in any order, fused or not: |error| ≤ γ Σ|w·x| with γ = n·u / (1 − n·u), u = 2⁻²⁴
// (Higham, 2002, section 3.1). What comes in wrong goes on with Σ|w|·|error|; the activations are 1-Lipschitz.
double[] values = inputs.Select(x => (double)x).ToArray();
double[] errors = new double[values.Length];
float[] canonical = new float[Edge.ParameterCount];
Edge.Layout.CopyTo<float>(net.Parameters, canonical);
int at = 0;
foreach ((int units, double slope) in new[] { (37, 0.0), (19, 0.01), (3, 1.0) })
{
    int terms = values.Length + 3; // the bias, and the slope's own rounding
    double gamma = terms * Math.Pow(2, -24) / (1 - terms * Math.Pow(2, -24));
    double[] z = new double[units], e = new double[units];
    for (int unit = 0; unit < units; unit++)
    {
        double bias = canonical[at + units * values.Length + unit], size = Math.Abs(bias);
        z[unit] = bias;
        for (int i = 0; i < values.Length; i++)
        {
            double w = canonical[at + unit * values.Length + i];
            z[unit] += w * values[i];
            size += Math.Abs(w) * (Math.Abs(values[i]) + errors[i]);
            e[unit] += Math.Abs(w) * errors[i];
        }

        e[unit] += gamma * size;
        z[unit] = z[unit] > 0 ? z[unit] : slope * z[unit];
    }

    at += units * values.Length + units;
    (values, errors) = (z, e);
}

for (int i = 0; i < values.Length; i++)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// expect {values[i]:R} {errors[i]:R}"));
}

static string Array(string name, float[] numbers) =>
    $"static float {name}[] = {{ {string.Join(", ", numbers.Select(number => number.ToString("E9", CultureInfo.InvariantCulture) + "f"))} }};";
