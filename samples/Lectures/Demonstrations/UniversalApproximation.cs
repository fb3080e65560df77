using MathNet.Numerics;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// A network with one hidden layer approximates any continuous function as closely as one likes, given units enough
/// (G. Cybenko, 1989; K. Hornik, 1991). C. Bishop (2006, figure 5.3) shows how far three units come.
/// </summary>
internal sealed class UniversalApproximation : IDemonstration
{
    private const int Points = 50;
    private const int Restarts = 5;
    private const int Steps = 6000;

    public string Id => "K1";

    public string Title => "Three hidden units approximate a parabola, a wave, a corner and a step";

    public string ToSee => "Ten parameters follow each function, and even the step, which is no continuous function, all but at its edge. Some starts end in worse places than others: that is why the best of five is taken.";

    public Findings Run(ulong seed)
    {
        (string Name, Func<double, double> Of, double Limit)[] functions =
        [
            ("x²", x => x * x, 0.01),
            ("sin x", Math.Sin, 0.01),
            ("sin πx", x => Math.Sin(Math.PI * x), 0.02),
            ("|x|", Math.Abs, 0.03),
            ("1{x>0}", x => x > 0 ? 1 : 0, 0.03),
        ];
        double[] x = Generate.LinearSpaced(Points, -1, 1);
        var table = new NumberTable("function", "RMSE of the best", "of the worst", "limit");
        var panels = new List<Panel>();
        foreach ((string name, Func<double, double> of, double limit) in functions)
        {
            double[] y = [.. x.Select(of)];
            double[][] tries = [.. Enumerable.Range(0, Restarts).Select(restart => Fitted(seed + (ulong)restart, x, y)).OrderBy(fitted => Learning.RootMeanSquare(fitted, y))];
            table.Add(name, Learning.RootMeanSquare(tries[0], y), Learning.RootMeanSquare(tries[^1], y), limit);
            panels.Add(new(name, new("x"), new("y"), new Dots("the function at 50 points", x, y), new Line("the worst of five networks", x, tries[^1]) { Dashed = true }, new Line("the best", x, tries[0])));
        }

        return new(new Figure("1 input, 3 hidden tanh units, 1 linear output", [.. panels]), table);
    }

    private static double[] Fitted(ulong seed, double[] x, double[] y)
    {
        var network = new ThreeUnits(seed);
        Learning.FullBatch(network, Learning.Examples(Points, x, y), new Adam<float>(ThreeUnits.Layout.Length), Steps, schedule: step => 0.05 * (1 - ((double)step / Steps)));
        return network.Predict(x);
    }
}

[Network]
[Input(1)]
[Dense(3, Activation.Tanh)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ThreeUnits;
