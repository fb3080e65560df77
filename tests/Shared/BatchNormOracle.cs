using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen.Oracle;

/// <summary>The oracle cases of batch normalization: some steps of training, or a prediction, with running averages before and after.</summary>
public static class BatchNormOracle
{
    public static IEnumerable<OracleCase> Cases => SharedOracle.Cases("norm").Where(oracle => oracle.Op.StartsWith("batchnorm", StringComparison.Ordinal));

    public static NetworkDescription Describe(OracleCase oracle) => new(
        oracle.Id, [.. oracle.Inputs["x"].Shape[1..]],
        [new BatchNormDescription("BatchNorm1", [0], oracle.Parameters.ContainsKey("gamma"), Number(oracle, "eps"), Number(oracle, "momentum"))]);

    /// <summary>Whether the case trains; otherwise it predicts.</summary>
    public static bool Trains(OracleCase oracle) => oracle.Attribute("training")!.Value.GetBoolean();

    /// <summary>What differs: outputs and running averages, and where the case trains, every gradient.</summary>
    public static List<string> Differences<T>(OracleCase oracle, INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var differences = new List<string>();
        string[] parameters = [.. ((string[])["gamma", "beta"]).Where(oracle.Parameters.ContainsKey)];
        network.Layout.CopyFrom<T>(network.Parameters, OracleCheck.Numbers<T>(parameters.SelectMany(name => oracle.Parameters[name].Data)));
        network.StatisticsLayout.CopyFrom<T>(network.Statistics, OracleCheck.Numbers<T>([.. Before(oracle, "mean"), .. Before(oracle, "var")]));
        T[] sums = new T[network.Layout.Count];
        foreach (string step in oracle.Inputs.Keys.Where(name => name[0] == 'x').Select(name => name[1..]).Order())
        {
            T[] x = OracleCheck.Numbers<T>(oracle.Inputs["x" + step].Data);
            T[] y = new T[x.Length];
            if (!Trains(oracle))
            {
                network.Forward(x, y);
                OracleCheck.Compare<T>("y" + step, y, oracle.Outputs["y" + step].Data, oracle, 1, differences);
                continue;
            }

            var batch = new Batch<T>(oracle.Inputs["x"].Shape[0], x, default);
            Workspace<T> workspace = network.CreateWorkspace(batch.Rows);
            T[] gradient = new T[network.Layout.Length], inputGradient = new T[x.Length], canonical = new T[sums.Length];
            network.Forward(batch, y, workspace);
            network.Backward(batch, OracleCheck.Numbers<T>(oracle.Upstream["y" + step].Data), gradient, workspace, inputGradient);
            OracleCheck.Compare<T>("y" + step, y, oracle.Outputs["y" + step].Data, oracle, 1, differences);
            OracleCheck.Compare<T>("gradient of x" + step, inputGradient, oracle.Gradients["x" + step].Data, oracle, 1, differences);
            network.Layout.CopyTo<T>(gradient, canonical);
            sums = [.. sums.Zip(canonical, (sum, term) => sum + term)];
        }

        if (Trains(oracle))
        {
            OracleCheck.Compare<T>("gradients of parameters", sums, [.. parameters.SelectMany(name => oracle.Gradients[name].Data)], oracle, 1, differences);
        }

        T[] after = new T[network.StatisticsLayout.Count];
        network.StatisticsLayout.CopyTo<T>(network.Statistics, after);
        OracleCheck.Compare<T>("running averages", after, [.. oracle.Outputs["running_mean_after"].Data, .. oracle.Outputs["running_var_after"].Data], oracle, 1, differences);
        return differences;
    }

    /// <summary>The running means or variances before the first step.</summary>
    public static double[] Before(OracleCase oracle, string what) =>
        [.. oracle.Attribute($"running_{what}_before")!.Value.EnumerateArray().Select(number => number.GetDouble())];

    private static double Number(OracleCase oracle, string name) => oracle.Attribute(name)!.Value.GetDouble();
}
