using NetGen.Data;
using NetGen.Evaluation;

namespace NetGen.Baselines;

/// <summary>The figure of a network on the test rows.</summary>
internal static class Judge
{
    public static double Of(INetwork<float> network, DataSet data) =>
        data.InUnits is null ? Evaluate.Classification(network, data.Test).Accuracy : RootMeanSquaredError(network, data.Test, data.InUnits);

    private static double RootMeanSquaredError(INetwork<float> network, IExamples<float> test, Func<double, double> inUnits)
    {
        float[] inputs = new float[test.Count * test.InputSize];
        float[] targets = new float[test.Count];
        float[] outputs = new float[test.Count];
        test.Read([.. Enumerable.Range(0, test.Count)], inputs, targets, []);
        network.Forward(inputs, outputs);
        var errors = new RegressionErrors(columns: 1);
        errors.Add<double>([.. outputs.Select(output => inUnits(output))], [.. targets.Select(target => inUnits(target))]);
        return errors.RootMeanSquaredError;
    }
}
