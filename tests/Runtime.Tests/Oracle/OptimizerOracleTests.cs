using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using NetGen.Oracle;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The optimizers against PyTorch's trajectories of 20 steps.</summary>
public sealed class OptimizerOracleTests
{
    [SharedOracleFact]
    [Trait("Mathematics", "F1")]
    public void SgdFollowsPyTorch()
    {
        Follow<double>("sgd");
        Follow<float>("sgd");
    }

    [SharedOracleFact]
    [Trait("Mathematics", "F4")]
    public void AdamFollowsPyTorch()
    {
        Follow<double>("adam");
        Follow<float>("adam");
        Follow<double>("adam_betas");
        Follow<float>("adam_betas");
    }

    [SharedOracleFact]
    [Trait("Mathematics", "F2")]
    public void TheMomentaFollowPyTorchAndTheLecture()
    {
        Follow<double>("momentum_torch");
        Follow<float>("momentum_torch");
        Follow<double>("momentum_ewma");
        Follow<float>("momentum_ewma");
    }

    private static void Follow<T>(string op)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OracleCase[] cases = [.. SharedOracle.Cases("optimizer").Where(oracle => oracle.Op == op)];
        Assert.Equal(2, cases.Length);
        var differences = new List<string>();
        foreach (OracleCase oracle in cases)
        {
            double[][] trajectory = Rows(oracle, "trajectory");
            double[][] gradients = Rows(oracle, "gradients");
            T[] theta = OracleCheck.Numbers<T>(trajectory[0]);
            IOptimizer<T> optimizer = Make<T>(oracle, theta.Length);
            for (int step = 0; step < gradients.Length; step++)
            {
                optimizer.Step(theta, OracleCheck.Numbers<T>(gradients[step]));
                OracleCheck.Compare<T>($"step {step + 1}", theta, trajectory[step + 1], oracle, 1, differences);
            }
        }

        Assert.Empty(differences);
    }

    private static IOptimizer<T> Make<T>(OracleCase oracle, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double rate = oracle.Attribute("lr")!.Value.GetDouble();
        return oracle.Op switch
        {
            "sgd" => new Sgd<T>(rate),
            "momentum_torch" => new ClassicalMomentum<T>(length, rate, oracle.Attribute("momentum")!.Value.GetDouble()),
            "momentum_ewma" => new AveragedMomentum<T>(length, rate, oracle.Attribute("beta")!.Value.GetDouble()),
            _ => Adam<T>(oracle, length, rate, oracle.Attribute("betas")!.Value),
        };
    }

    private static Adam<T> Adam<T>(OracleCase oracle, int length, double rate, JsonElement betas)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(length, rate, betas[0].GetDouble(), betas[1].GetDouble(), oracle.Attribute("eps")!.Value.GetDouble());

    private static double[][] Rows(OracleCase oracle, string name)
    {
        OracleTensor tensor = OracleTensor.Read(oracle.Json.GetProperty(name));
        return [.. tensor.Data.Chunk(tensor.Columns)];
    }
}
