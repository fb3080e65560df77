using NetGen.Randomness;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// A penalty λ₁·Σ|w| pulls every weight towards 0 with the same force, however small it is, and makes it exactly 0 (lasso,
/// R. Tibshirani, 1996); the pull of λ/2·‖W‖² grows weaker as the weight does (ridge, A. Hoerl and R. Kennard, 1970).
/// </summary>
internal sealed class SparseWeights : IDemonstration
{
    private const int Inputs = 20;
    private const int Examples = 60;
    private const int Steps = 500;

    public string Id => "K10";

    public string Title => "L1 makes weights exactly zero, L2 does not";

    public string ToSee => "Only the first four of 20 inputs matter. L1 with a proximal step puts nearly all other weights to 0 and keeps them there, L2 makes the large ones smaller and none of them 0.";

    public Findings Run(ulong seed)
    {
        double[] truth = [3, -2, 1.5, -1, .. new double[Inputs - 4]];
        double[][] x = [.. Enumerable.Range(0, Examples * Inputs).Select(index => CounterRandom.Normal(seed, 0, index)).Chunk(Inputs)];
        double[] y = [.. x.Select((row, index) => row.Zip(truth, (input, weight) => input * weight).Sum() + (0.5 * CounterRandom.Normal(seed, 1, index)))];
        var examples = Learning.Examples(Examples, x.SelectMany(row => row), y);

        double[] places = [.. Enumerable.Range(1, Inputs).Select(place => (double)place)];
        double[] steps = [.. Enumerable.Range(1, Steps).Select(step => (double)step)];
        var table = new NumberTable("penalty", "weights that are 0", "of the 16 to be 0", "least |w|");
        var weights = new List<Mark> { new Dots("what made the data", places, truth) };
        var zeros = new List<Mark>();
        Train("none", new Unpenalized(seed), network => network.Dense1.Weights);
        Train("L2", new Ridge(seed), network => network.Dense1.Weights);
        Train("L1", new Lasso(seed), network => network.Dense1.Weights);
        return new(
            new Figure(
                "20 weights, of which four should be other than 0",
                new Panel("the weights in the end", new("input"), new("weight"), [.. weights]),
                new Panel("weights that are exactly 0", new("step"), new("weights", From: -0.5, To: Inputs), [.. zeros])),
            table);

        void Train<N>(string name, N network, Func<N, ParameterView> weightsOf)
            where N : INetwork<float>
        {
            float[] learned = new float[Inputs];
            var count = new List<double>();
            foreach (EpochReport _ in new Trainer<float>(network, examples, new Sgd<float>(learningRate: 0.05), batchSize: Examples).Run(Steps))
            {
                weightsOf(network).CopyTo(learned);
                count.Add(learned.Count(weight => weight == 0));
            }

            table.Add(name, count[^1], learned.Skip(4).Count(weight => weight == 0), learned.Min(Math.Abs));
            weights.Add(new Dots(name, places, Array.ConvertAll(learned, weight => (double)weight)));
            zeros.Add(new Line(name, steps, count) { Dashed = name == "L2" });
        }
    }
}

[Network]
[Input(20)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Unpenalized;

[Network]
[Input(20)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
[Penalty(L2 = 0.4)]
internal sealed partial class Ridge;

[Network]
[Input(20)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
[Penalty(L1 = 0.4, Proximal = true)]
internal sealed partial class Lasso;
