using MathNet.Numerics;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Randomness;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// A unit alone divides the plane by a straight line, and no line tells a disc from the ring around it, or the corners
/// of exclusive or (M. Minsky and S. Papert, 1969). One hidden layer does.
/// </summary>
internal sealed class Boundaries : IDemonstration
{
    private const int Points = 200;

    public string Id => "K11";

    public string Title => "A line fails on circles and on exclusive or, one hidden layer succeeds";

    public string ToSee => "The colour of the plane is the class that the network names there. The line does hardly better than guessing, eight hidden units draw a closed curve around the disc and a band between the corners.";

    public Findings Run(ulong seed)
    {
        var table = new NumberTable("data and network", "accuracy");
        Panel[] panels = [.. Panels("two circles", Circle, seed, table), .. Panels("XOR", Corner, seed, table)];
        return new(new Figure("What a line and what a hidden layer of eight units can tell apart", panels), table);
    }

    private static IEnumerable<Panel> Panels(string data, Func<ulong, int, (double X, double Y, int Class)> draw, ulong seed, NumberTable table)
    {
        (double X, double Y, int Class)[] points = [.. Enumerable.Range(0, Points).Select(index => draw(seed, index))];
        var examples = Learning.Examples(Points, points.SelectMany(point => new[] { point.X, point.Y }), points.Select(point => (double)point.Class));
        double[] grid = Generate.LinearSpaced(121, -1.5, 1.5);
        double[] plane = [.. grid.SelectMany(y => grid.SelectMany(x => new[] { x, y }))];
        foreach ((string name, INetwork<float> network) in new (string, INetwork<float>)[] { ("a line", new StraightLine(seed)), ("a hidden layer", new HiddenLayer(seed)) })
        {
            Learning.FullBatch(network, examples, new Adam<float>(network.Layout.Length, learningRate: 0.03), steps: 1000);
            double accuracy = Evaluate.Classification(network, examples).Accuracy;
            table.Add($"{data}, {name}", accuracy);
            yield return new Panel(
                FormattableString.Invariant($"{data}, {name}: {100 * accuracy:F0} %"), new("x₁", From: -1.5, To: 1.5), new("x₂", From: -1.5, To: 1.5),
                new Regions("the network says 0", "the network says 1", grid, grid, [.. network.Predict(plane).Select(p => p > 0.5 ? 1.0 : 0)]), Of(0), Of(1));
        }

        Dots Of(int kind) => new($"class {kind}", [.. points.Where(point => point.Class == kind).Select(point => point.X)], [.. points.Where(point => point.Class == kind).Select(point => point.Y)]);
    }

    /// <summary>A disc, and a ring around it.</summary>
    private static (double X, double Y, int Class) Circle(ulong seed, int index)
    {
        int kind = index % 2;
        double angle = 2 * Math.PI * CounterRandom.Uniform(seed, 0, index);
        double radius = kind + ((kind == 0 ? 0.6 : 0.3) * CounterRandom.Uniform(seed, 1, index));
        return (radius * Math.Cos(angle), radius * Math.Sin(angle), kind);
    }

    /// <summary>Four clouds at the corners of a square: 1 where the signs differ.</summary>
    private static (double X, double Y, int Class) Corner(ulong seed, int index)
    {
        (double x, double y) = (index % 2 == 0 ? -0.8 : 0.8, index / 2 % 2 == 0 ? -0.8 : 0.8);
        return (x + (0.2 * CounterRandom.Normal(seed, 2, index)), y + (0.2 * CounterRandom.Normal(seed, 3, index)), x * y < 0 ? 1 : 0);
    }
}

[Network]
[Input(2)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossEntropy)]
internal sealed partial class StraightLine;

[Network]
[Input(2)]
[Dense(8, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossEntropy)]
internal sealed partial class HiddenLayer;
