using NetGen.Data;
using NetGen.Randomness;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// Where one input is large and another small, the cost is a long valley, and the learning rate that the steep side
/// bears is far too small along it; standardized inputs make the valley round (Y. LeCun et al., 1998).
/// </summary>
internal sealed class StandardizedInputs : IDemonstration
{
    private const int Flats = 200;
    private const int MostSteps = 2000;

    public string Id => "K7";

    public string Title => "Standardized inputs take far fewer steps to the same cost";

    public string ToSee => "Both trainings have the learning rate that suits them best, found by trying. On raw inputs the cost falls at once and then creeps along the valley; on standardized ones it is there in some steps.";

    public Findings Run(ulong seed)
    {
        // Rents of flats, from their number of rooms and their distance from the centre in km.
        double[] rooms = [.. Enumerable.Range(0, Flats).Select(flat => Math.Floor(1 + (5 * CounterRandom.Uniform(seed, 0, flat))))];
        double[] distances = [.. Enumerable.Range(0, Flats).Select(flat => 10 * CounterRandom.Uniform(seed, 1, flat))];
        double[] noise = [.. Enumerable.Range(0, Flats).Select(flat => 30 * CounterRandom.Normal(seed, 2, flat))];
        double[] rents = [.. Enumerable.Range(0, Flats).Select(flat => 300 + (200 * rooms[flat]) - (20 * distances[flat]) + noise[flat])];
        IExamples<float> raw = Learning.Examples(Flats, rooms.Zip(distances).SelectMany(flat => new[] { flat.First, flat.Second }), rents);
        IExamples<float> standardized = raw.Standardized(Standardization.Fit(raw));

        // As good as the noise allows, but for a tenth.
        double target = 1.1 * noise.Average(each => each * each);
        (double rawRate, double[] rawCosts) = Quickest(raw);
        (double rate, double[] costs) = Quickest(standardized);
        var table = new NumberTable("inputs", "best learning rate", FormattableString.Invariant($"steps to a cost of {target:F0}"))
        {
            { "raw", rawRate, rawCosts.Length },
            { "standardized", rate, costs.Length },
        };
        return new(
            new Figure(
                "Rents of 200 flats by gradient descent, from rooms (1–5) and distance (0–10 km)",
                new Panel(
                    "cost", new("step", Logarithmic: true), new("mean squared error, €²", Logarithmic: true),
                    Curve("raw inputs", rawCosts), Curve("standardized inputs", costs), new Line("the cost to reach", [1, rawCosts.Length], [target, target]) { Dashed = true })),
            table);

        // Rates of 10^(−k/4): of those that get there, the one that takes fewest steps.
        (double Rate, double[] Costs) Quickest(IExamples<float> examples) =>
            Enumerable.Range(0, 13).Select(k => Math.Pow(10, -k / 4.0)).Select(rate => (rate, Costs(examples, rate, target))).Where(run => run.Item2.Length > 0).MinBy(run => run.Item2.Length);
    }

    /// <summary>The costs of a training up to the first that is small enough; none where it does not come to that.</summary>
    private static double[] Costs(IExamples<float> examples, double rate, double target)
    {
        var network = new Linear();
        var costs = new List<double>();
        var trainer = new Trainer<float>(network, examples, new Sgd<float>(rate), batchSize: Flats);
        foreach (EpochReport report in trainer.Run(MostSteps))
        {
            costs.Add(report.Loss);
            if (report.Loss <= target)
            {
                return [.. costs];
            }

            if (report.Loss > 10 * costs[0])
            {
                break; // too large a rate
            }
        }

        return [];
    }

    /// <summary>Steps and costs, thinned out where a picture shows no more.</summary>
    private static Line Curve(string name, double[] costs)
    {
        int[] shown = [.. Enumerable.Range(0, costs.Length).Where(step => step < 200 || step % 50 == 0 || step == costs.Length - 1)];
        return new(name, [.. shown.Select(step => step + 1.0)], [.. shown.Select(step => costs[step])]);
    }
}

[Network]
[Input(2)]
[Dense(1, Initializer = Initializer.Zeros)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Linear;
