using System;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Data;

/// <summary>Weights of examples reach the cost, through whatever examples are made from others.</summary>
[Trait("Mathematics", "C5")]
public sealed class ExampleWeightsTests
{
    private const int Count = 600;

    // Row r is r, with weight r/4.
    private static Examples<double> Weighted => new(
        Enumerable.Range(0, Count).Select(row => (double)row).ToArray(), Enumerable.Range(0, Count).Select(row => row % 3).ToArray())
    {
        Weights = Enumerable.Range(0, Count).Select(row => row / 4.0).ToArray(),
    };

    [Fact]
    public void ExamplesWithoutWeightsHaveNone()
    {
        IExamples<double> examples = new Examples<double>(new double[4], new int[2]);
        Assert.False(examples.HasWeights);
        examples.ReadWeights([0, 1], []);
        Assert.Throws<ArgumentException>(() => examples.ReadWeights([0, 1], new double[2]));
        Assert.Throws<ArgumentException>(() => new Examples<double>(new double[4], new int[2]) { Weights = new double[3] });
    }

    [Fact]
    public void SelectedSplitAndStandardizedExamplesPassThemOn()
    {
        Assert.Equal([0.5, 0, 0.5], Read(Weighted.Select([2, 0, 2]), 0, 1, 2));
        IExamples<double> part = Weighted.Split(seed: 3, 0.9, 0.1)[0];
        double[] inputs = new double[part.Count];
        part.Read([.. Enumerable.Range(0, part.Count)], inputs, [], new int[part.Count]);
        Assert.Equal(inputs.Select(row => row / 4), Read(part, [.. Enumerable.Range(0, part.Count)]));
        Assert.Equal([0.25, 1], Read(Weighted.Standardized(Standardization.Fit(Weighted)), 1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(Weighted, Count));
        Assert.Throws<ArgumentException>(() => ((IExamples<double>)Weighted.Select([1])).ReadWeights([0], []));
    }

    [Fact]
    public void ATrainingWeighsItsExamples()
    {
        // One step of gradient descent on all rows goes along −(1/m) Σ w·∂ℓ.
        NetworkDescription line = Chain(1, Loss.HalfSquaredError, Dense(1, bias: false));
        ReferenceNetwork<double> network = Of(line, 1.0);
        double[] x = [1, 2, 3], y = [0, 0, 0], weights = [2, 0, 0.5];
        var trainer = new Trainer<double>(network, new Examples<double>(3, x, y) { Weights = weights }, new Sgd<double>(0.1), batchSize: 3);

        EpochReport report = trainer.Run(1).Single();
        Assert.Equal((2 * 0.5 + 0.5 * 4.5) / 3, report.Loss, 1e-14);
        Assert.Equal(1 - 0.1 * (2 * 1 + 0.5 * 9) / 3, network.Parameters[0], 1e-14);

        // The loss of an evaluation is weighed alike; its errors are of every row.
        ReferenceNetwork<double> judged = Of(line, 1.0);
        RegressionResult result = Evaluate.Regression(judged, new Examples<double>(3, x, y) { Weights = weights }, batch: 2);
        Assert.Equal((2 * 0.5 + 0.5 * 4.5) / 3, result.Loss!.Value, 1e-14);
        Assert.Equal(14.0 / 3, result.Errors.MeanSquaredError, 1e-14);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void AWeightThatIsNoneIsNamedByItsRow(double wrong)
    {
        NetworkDescription line = Chain(1, Loss.HalfSquaredError, Dense(1));
        var examples = new Examples<double>(5, new double[5], new double[5]) { Weights = new[] { 1, 1, 1, wrong, 1 } };
        var network = new ReferenceNetwork<double>(line, seed: 1);
        Assert.Contains("weight of row 3", Assert.Throws<InvalidDataException>(() => ExamplesCheck.Check(examples, line)).Message);
        Assert.Contains("weight of row 3", Assert.Throws<InvalidDataException>(() => Evaluate.Regression(network, examples, batch: 2)).Message);
        Assert.Contains("weight of row 3", Assert.Throws<InvalidDataException>(() => new Trainer<double>(network, examples, new Sgd<double>(0.1), batchSize: 2).Run(1).Count()).Message);
    }

    [Fact]
    public void TargetsOfADivergenceAreProbabilities()
    {
        NetworkDescription network = Chain(1, Loss.KullbackLeibler, Dense(2), Activate(Activation.Softmax));
        Assert.Contains("expected a probability", Assert.Throws<InvalidDataException>(() => ExamplesCheck.Check(new Examples<double>(1, new double[1], new[] { 1.5, -0.5 }), network)).Message);
    }

    private static double[] Read(IExamples<double> examples, params int[] rows)
    {
        double[] weights = new double[rows.Length];
        Assert.True(examples.HasWeights);
        examples.ReadWeights(rows, weights);
        return weights;
    }
}
