using MathNet.Numerics;
using NetGen.Randomness;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// Plain gradient descent ends in the first hollow it comes to; a descent with momentum (B. Polyak, 1964) has speed
/// enough to roll through a shallow one. The cost is that of one ReLU unit with one weight and two examples.
/// </summary>
internal sealed class LocalMinimum : IDemonstration
{
    private const int Steps = 150;
    private const double LearningRate = 0.1;

    public string Id => "K8";

    public string Title => "Momentum leaves a local minimum that plain descent stays in";

    public string ToSee => "Both start on the left with the same learning rate. Plain descent ends in the local minimum at w = −1; momentum rolls through it, over the ridge at 0, and ends in the lower one at w = 2.";

    public Findings Run(ulong seed)
    {
        // ŷ = max(0, wx) should be 2 at x = 1 and 1 at x = −1: no weight does both.
        var examples = Learning.Examples(2, [1, -1], [2, 1]);
        double start = -4 - CounterRandom.Uniform(seed, 0, 0);
        (double[] Weights, double[] Costs) plain = Descend(new Sgd<float>(LearningRate));
        (double[] Weights, double[] Costs) momentum = Descend(new ClassicalMomentum<float>(OneWeight.Layout.Length, LearningRate, mu: 0.9));

        double[] weights = Generate.LinearSpaced(301, -5, 4);
        var table = new NumberTable("descent", "weight at first", "weight at last", "cost at last")
        {
            { "plain", plain.Weights[0], plain.Weights[^1], plain.Costs[^1] },
            { "with momentum", momentum.Weights[0], momentum.Weights[^1], momentum.Costs[^1] },
        };
        double[] steps = Generate.LinearSpaced(Steps + 1, 0, Steps);
        return new(
            new Figure(
                "One ReLU unit, one weight w, two examples",
                new Panel("the cost and two descents", new("weight w"), new("mean squared error"), new Line("cost J(w)", weights, [.. weights.Select(Cost)]), new Dots("plain descent", plain.Weights, plain.Costs), new Dots("momentum", momentum.Weights, momentum.Costs)),
                new Panel("the weight, step by step", new("step"), new("weight w"), new Line("plain descent", steps, plain.Weights), new Line("momentum", steps, momentum.Weights))),
            table);

        (double[] Weights, double[] Costs) Descend(IOptimizer<float> optimizer)
        {
            var network = new OneWeight();
            network.Dense1.Weights[0] = (float)start;
            var passed = new List<double> { start };
            foreach (EpochReport _ in new Trainer<float>(network, examples, optimizer, batchSize: 2).Run(Steps))
            {
                passed.Add(network.Dense1.Weights[0]);
            }

            return ([.. passed], [.. passed.Select(Cost)]);
        }

        static double Cost(double weight)
        {
            var network = new OneWeight();
            network.Dense1.Weights[0] = (float)weight;
            return network.Cost(new Batch<float>(2, [1, -1], [2, 1]), network.CreateWorkspace(2));
        }
    }
}

[Network]
[Input(1)]
[Dense(1, Activation.ReLU, Bias = false)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OneWeight;
