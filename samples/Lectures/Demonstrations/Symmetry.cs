using MathNet.Numerics;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// Hidden units that start alike get the same gradient and stay alike: a layer of eight learns no more than one unit
/// could. Random weights tell them apart (D. Rumelhart, G. Hinton and R. Williams, 1986).
/// </summary>
internal sealed class Symmetry : IDemonstration
{
    private const int Steps = 500;

    public string Id => "K3";

    public string Title => "Hidden units that start alike stay alike";

    public string ToSee => "From zeros nothing moves and the cost stays that of guessing, ln 2; from equal weights all units move together and do what one alone could. From random weights the units part, and the cost goes to 0.";

    public Findings Run(ulong seed)
    {
        // Exclusive or: 1 where just one of the inputs is 1.
        var examples = Learning.Examples(4, [0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0]);
        var table = new NumberTable("hidden weights start", "cost at first", "at last", "largest difference of units");
        var costs = new List<Mark>();
        var differences = new List<Mark>();
        Train("as zeros", new FromZeros(seed), network => network.Dense1.Weights);
        Train("as one number, 0.5", new FromEqualWeights(seed), network => network.Dense1.Weights, dashed: true);
        Train("at random", new FromRandomWeights(seed), network => network.Dense1.Weights);
        return new(
            new Figure(
                "Exclusive or by two hidden layers of eight tanh units",
                new Panel("cost", new("step"), new("binary cross-entropy", From: 0), [.. costs]),
                new Panel("largest difference between two units", new("step"), new("difference of weights"), [.. differences])),
            table);

        void Train<N>(string name, N network, Func<N, ParameterView> weightsOf, bool dashed = false)
            where N : INetwork<float>
        {
            double[] steps = Generate.LinearSpaced(Steps, 1, Steps);
            var cost = new List<double>();
            var difference = new List<double>();
            var trainer = new Trainer<float>(network, examples, new Adam<float>(network.Layout.Length, learningRate: 0.02), batchSize: 4);
            foreach (EpochReport report in trainer.Run(Steps))
            {
                cost.Add(report.Loss);
                difference.Add(LargestDifference(weightsOf(network)));
            }

            costs.Add(new Line(name, steps, cost) { Dashed = dashed });
            differences.Add(new Line(name, steps, difference) { Dashed = dashed });
            table.Add(name, cost[0], cost[^1], difference.Max());
        }
    }

    /// <summary>Between the weights of the first unit and those of any other.</summary>
    private static double LargestDifference(ParameterView weights) =>
        Enumerable.Range(0, weights.Count).Max(index => Math.Abs(weights[index] - weights[index % weights.Shape[1]]));
}

[Network]
[Input(2)]
[Dense(8, Activation.Tanh, Initializer = Initializer.Zeros)]
[Dense(8, Activation.Tanh, Initializer = Initializer.Zeros)]
[Dense(1, Activation.Sigmoid, Initializer = Initializer.Zeros)]
[Loss(Loss.BinaryCrossEntropy)]
internal sealed partial class FromZeros;

[Network]
[Input(2)]
[Dense(8, Activation.Tanh, Initializer = Initializer.Constant, Scale = 0.5)]
[Dense(8, Activation.Tanh, Initializer = Initializer.Constant, Scale = 0.5)]
[Dense(1, Activation.Sigmoid, Initializer = Initializer.Constant, Scale = 0.5)]
[Loss(Loss.BinaryCrossEntropy)]
internal sealed partial class FromEqualWeights;

[Network]
[Input(2)]
[Dense(8, Activation.Tanh)]
[Dense(8, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossEntropy)]
internal sealed partial class FromRandomWeights;
