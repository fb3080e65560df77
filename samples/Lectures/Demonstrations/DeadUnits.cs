using MathNet.Numerics;
using NetGen.Checking;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// A ReLU unit that is off for every example has no gradient, and stays off for ever: it is dead. The leaky ReLU
/// (A. Maas et al., 2013) lets a little of the gradient through, and its units come back.
/// </summary>
internal sealed class DeadUnits : IDemonstration
{
    private const int Units = 16;
    private const int Epochs = 2000;
    private const float Bias = -1; // as after one step that was much too long

    public string Id => "K9";

    public string Title => "Dead ReLU units stay dead, leaky ones come back";

    public string ToSee => "All units of both networks start off for every example. The ReLU network can do no more than say the mean, the leaky one wakes one or more of its units: the table says how many, and how close to the function it comes with those.";

    public Findings Run(ulong seed)
    {
        double[] x = Generate.LinearSpaced(40, -1, 1);
        double[] y = [.. x.Select(place => 4 * Math.Max(0, place))];
        var relu = new Rectified(seed);
        var leaky = new Leaky(seed);
        Course dead = Train(relu, relu.Dense1);
        Course alive = Train(leaky, leaky.Dense1);

        var table = new NumberTable("hidden units", "off at first", "off at last", "RMSE", "gradient at first")
        {
            { "ReLU", dead.Dead[0], dead.Dead[^1], Math.Sqrt(dead.Costs[^1]), dead.Gradient },
            { "leaky ReLU", alive.Dead[0], alive.Dead[^1], Math.Sqrt(alive.Costs[^1]), alive.Gradient },
        };
        double[] epochs = Generate.LinearSpaced(Epochs, 1, Epochs);
        return new(
            new Figure(
                "16 hidden units that start with a bias of −1",
                new Panel("what they learn", new("x"), new("y"), new Dots("4·max(0, x)", x, y), new Line("ReLU", x, relu.Predict(x)), new Line("leaky ReLU", x, leaky.Predict(x))),
                new Panel("units that are off for every example", new("epoch"), new("units", From: -0.5, To: Units + 0.5), new Line("ReLU", epochs, dead.Dead), new Line("leaky ReLU", epochs, alive.Dead))),
            table);

        Course Train(INetwork<float> network, DenseParameters hidden)
        {
            hidden.Bias.CopyFrom(Enumerable.Repeat(Bias, Units).ToArray());
            double gradient = GradientNorm(network);
            var off = new List<double>();
            var costs = new List<double>();
            var trainer = new Trainer<float>(network, Learning.Examples(x.Length, x, y), new Adam<float>(network.Layout.Length, learningRate: 0.01), batchSize: 8);
            foreach (EpochReport report in trainer.Run(Epochs))
            {
                off.Add(Enumerable.Range(0, Units).Count(unit => x.All(place => (hidden.Weights[unit, 0] * place) + hidden.Bias[unit] <= 0)));
                costs.Add(report.Loss);
            }

            return new([.. off], [.. costs], gradient);
        }

        double GradientNorm(INetwork<float> network)
        {
            float[] gradient = new float[network.Layout.Length];
            network.Gradient(new Batch<float>(x.Length, Array.ConvertAll(x, place => (float)place), Array.ConvertAll(y, value => (float)value)), gradient, network.CreateWorkspace(x.Length));
            return GradientNorms.Of<float>(network, gradient)["Dense1"];
        }
    }

    private sealed record Course(double[] Dead, double[] Costs, double Gradient);
}

[Network]
[Input(1)]
[Dense(16, Activation.ReLU, Initializer = Initializer.Normal, Scale = 0.2)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Rectified;

[Network]
[Input(1)]
[Dense(16, Activation.LeakyReLU, Initializer = Initializer.Normal, Scale = 0.2)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Leaky;
