using NetGen.Data;

namespace NetGen.Baselines;

/// <summary>The figure of a network on the test rows.</summary>
internal static class Judge
{
    public static double Of(INetwork<float> network, DataSet data)
    {
        IExamples<float> test = data.Test;
        float[] inputs = new float[test.Count * test.InputSize];
        float[] targets = new float[test.Count * test.TargetSize];
        int[] labels = new int[test.TargetSize == 0 ? test.Count : 0];
        float[] outputs = new float[test.Count * network.Description.OutputSize];
        test.Read([.. Enumerable.Range(0, test.Count)], inputs, targets, labels);
        network.Forward(inputs, outputs);
        return data.InUnits is null ? Accuracy(outputs, labels) : RootMeanSquaredError(outputs, targets, data.InUnits);
    }

    private static double Accuracy(float[] probabilities, int[] labels) => probabilities
        .Chunk(probabilities.Length / labels.Length)
        .Zip(labels, (row, label) => Array.IndexOf(row, row.Max()) == label ? 1.0 : 0.0)
        .Average();

    private static double RootMeanSquaredError(float[] outputs, float[] targets, Func<double, double> inUnits) =>
        Math.Sqrt(outputs.Zip(targets, (output, target) => inUnits(output) - inUnits(target)).Average(error => error * error));
}
