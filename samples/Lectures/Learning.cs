using NetGen.Data;
using NetGen.Training;

namespace NetGen.Samples.Lectures;

/// <summary>What many demonstrations do with networks: in double outside, in float inside.</summary>
internal static class Learning
{
    /// <summary>Examples with a target row each.</summary>
    public static Examples<float> Examples(int count, IEnumerable<double> inputs, IEnumerable<double> targets) =>
        new(count, Floats(inputs), Floats(targets));

    /// <summary>Trains on all examples at once: every epoch is one step.</summary>
    /// <returns>The cost before every step.</returns>
    public static double[] FullBatch(INetwork<float> network, IExamples<float> examples, IOptimizer<float> optimizer, int steps, Func<int, double>? schedule = null) =>
        [.. new Trainer<float>(network, examples, optimizer, batchSize: examples.Count) { Schedule = schedule }.Run(steps).Select(report => report.Loss)];

    /// <summary>What a network says of inputs, one row after another.</summary>
    public static double[] Predict(this INetwork<float> network, IEnumerable<double> inputs)
    {
        float[] rows = Floats(inputs);
        float[] outputs = new float[rows.Length / network.Description.InputSize * network.Description.OutputSize];
        network.Forward(rows, outputs);
        return Array.ConvertAll(outputs, output => (double)output);
    }

    /// <summary>The root of the mean squared distance.</summary>
    public static double RootMeanSquare(IEnumerable<double> predicted, IEnumerable<double> truth)
    {
        var errors = new Evaluation.RegressionErrors(columns: 1);
        errors.Add<double>(predicted.ToArray(), truth.ToArray());
        return errors.RootMeanSquaredError;
    }

    private static float[] Floats(IEnumerable<double> numbers) => [.. numbers.Select(number => (float)number)];
}
