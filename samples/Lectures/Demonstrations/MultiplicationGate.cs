using System.Numerics;
using MathNet.Numerics;
using NetGen.Reference;
using NetGen.Samples.Charts;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// Four units multiply (H. Lin, M. Tegmark and D. Rolnick, 2017): for any smooth f with f''(0) ≠ 0,
/// μ·(f(λ(x₁+x₂)) + f(−λ(x₁+x₂)) − f(λ(x₁−x₂)) − f(−λ(x₁−x₂))) with μ = 1/(4λ²f''(0)) is x₁x₂ + O(λ²).
/// </summary>
internal sealed class MultiplicationGate : IDemonstration
{
    private const double Curvature = 0.25; // softplus''(0) = σ'(0)

    public string Id => "K2";

    public string Title => "Four softplus units multiply two numbers";

    public string ToSee => "In double the error falls with λ², four decades of it for two of λ. In float it is least near λ = 0.03: below that, differences of nearly equal numbers are lost in rounding and multiplied by 1/λ².";

    public Findings Run(ulong seed)
    {
        // All pairs of 21 numbers from −1 to 1.
        double[] numbers = Generate.LinearSpaced(21, -1, 1);
        double[] pairs = [.. numbers.SelectMany(x2 => numbers.SelectMany(x1 => new[] { x1, x2 }))];
        double[] products = [.. pairs.Chunk(2).Select(pair => pair[0] * pair[1])];
        var exact = new ReferenceNetwork<double>(Gate.Description);
        var compiled = new Gate();

        double[] lambdas = [.. Enumerable.Range(0, 17).Select(step => Math.Pow(10, -step / 8.0))];
        double[] inDouble = [.. lambdas.Select(lambda => Error(exact, lambda))];
        double[] inFloat = [.. lambdas.Select(lambda => Error(compiled, lambda))];
        var errors = new NumberTable("λ", "RMSE in double", "in float");
        for (int step = 0; step < lambdas.Length; step += 4)
        {
            errors.Add(FormattableString.Invariant($"{lambdas[step]:G3}"), inDouble[step], inFloat[step]);
        }

        errors.Add("the best λ", lambdas[Array.IndexOf(inDouble, inDouble.Min())], lambdas[Array.IndexOf(inFloat, inFloat.Min())]);
        return new(
            new Figure(
                "μ·(f(λs) + f(−λs) − f(λd) − f(−λd)) against x₁x₂, with s = x₁+x₂, d = x₁−x₂",
                new Panel("error over λ", new("λ", Logarithmic: true), new("RMSE over 21 × 21 pairs", Logarithmic: true), new Line("in double", lambdas, inDouble), new Line("in float", lambdas, inFloat)),
                new Panel("what the gate says, λ = 0.03, in float", new("x₁", From: -1, To: 1), new("x₂", From: -1, To: 1), new Regions("the gate says −1", "the gate says 1", numbers, numbers, Said(compiled, 0.03), From: -1))),
            errors, Curvatures(), Counts());

        double Error<T>(INetwork<T> gate, double lambda)
            where T : unmanaged, IFloatingPointIeee754<T> => Learning.RootMeanSquare(Said(gate, lambda), products);

        double[] Said<T>(INetwork<T> gate, double lambda)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            double mu = 1 / (4 * lambda * lambda * Curvature);
            double[] weights = [lambda, lambda, -lambda, -lambda, lambda, -lambda, -lambda, lambda, mu, mu, -mu, -mu];
            gate.Layout.CopyFrom(gate.Parameters, Array.ConvertAll(weights, T.CreateTruncating));
            T[] outputs = new T[products.Length];
            gate.Forward(Array.ConvertAll(pairs, T.CreateTruncating), outputs);
            return Array.ConvertAll(outputs, double.CreateTruncating);
        }
    }

    /// <summary>(f(h) − 2f(0) + f(−h)) / h²: where it tends to 0 or to no number, there is no gate.</summary>
    private static NumberTable Curvatures()
    {
        var table = new NumberTable("f''(0) by second differences", "h = 0.1", "h = 0.001");
        foreach (Activation activation in new[] { Activation.Softplus, Activation.Sigmoid, Activation.Tanh, Activation.ReLU })
        {
            var function = new ReferenceNetwork<double>(new NetworkDescription($"{activation}", [1], [new ActivateDescription("f", [0], activation)], null));
            table.Add($"{activation}", Second(function, 0.1), Second(function, 0.001));
        }

        return table;

        static double Second(ReferenceNetwork<double> function, double h)
        {
            double[] f = new double[3];
            function.Forward([h, 0, -h], f);
            return Math.Round((f[0] - (2 * f[1]) + f[2]) / (h * h), 6);
        }
    }

    private static NumberTable Counts()
    {
        NetworkDescription gates = TenGates.Description;
        return new NumberTable("a sum of 10 products of 1,000 inputs", "count")
        {
            { "hidden units of ten gates", gates.Shapes[1][0] },
            { "their weights", gates.ParameterCount },
            { "coefficients, one for every pair of inputs", gates.InputSize * gates.InputSize / 2 },
        };
    }
}

[Network]
[Input(2)]
[Dense(4, Activation.Softplus, Bias = false)]
[Dense(1, Bias = false)]
internal sealed partial class Gate;

[Network]
[Input(1000)]
[Dense(40, Activation.Softplus, Bias = false)]
[Dense(1, Bias = false)]
internal sealed partial class TenGates;
