using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Oracle;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The optimizers against PyTorch's trajectories of 20 steps.</summary>
public sealed class OptimizerOracleTests
{
    private static readonly Dictionary<string, string> leftOut = new()
    {
        ["rmsprop_eps_inside"] = "ε stands outside the root, as in row F3 and in PyTorch",
        ["momentum_torch_dampening"] = "PyTorch dampens every gradient but the first; AveragedMomentum, dampened by β, dampens that too",
    };

    [SharedOracleFact]
    [Trait("Mathematics", "F1")]
    public void SgdFollowsPyTorch() => Follow("sgd", "sgd_wd");

    [SharedOracleFact]
    [Trait("Mathematics", "F2")]
    public void TheMomentaFollowPyTorchAndTheLecture() => Follow(
        "momentum_torch", "momentum_torch_wd", "momentum_ewma", "momentum_ewma_bias_corrected", "nesterov_torch", "nesterov_torch_wd");

    [SharedOracleFact]
    [Trait("Mathematics", "F3")]
    public void RMSpropFollowsPyTorch() => Follow("rmsprop", "rmsprop_wd", "rmsprop_centered_momentum");

    [SharedOracleFact]
    [Trait("Mathematics", "F4")]
    public void AdamFollowsPyTorch() => Follow("adam", "adam_betas", "adam_wd");

    [SharedOracleFact]
    [Trait("Mathematics", "F9")]
    public void TheOthersFollowPyTorch() => Follow(
        "adamw", "adamw_nowd", "adam_amsgrad", "adamax", "nadam", "adagrad", "adagrad_wd", "adagrad_initacc_decay", "adadelta");

    /// <summary>x = θ + αμv is the trajectory of the form that looks ahead, and θ the point at which it takes its gradients.</summary>
    [SharedOracleFact]
    [Trait("Mathematics", "F2")]
    public void NesterovMomentumIsTheFormThatLooksAhead()
    {
        OracleCase oracle = SharedOracle.Cases("optimizer").Single(oracle => oracle.Op == "nesterov_lookahead");
        double[][] trajectory = Rows(oracle, "trajectory"), gradients = Rows(oracle, "gradients"), matrix = Rows(oracle, "A");
        double[] b = OracleTensor.Read(oracle.Json.GetProperty("b")).Data, theta = [.. trajectory[0]];
        double rate = Number(oracle, "lr"), mu = Number(oracle, "momentum");
        var optimizer = new NesterovMomentum<double>(theta.Length, rate, mu);
        var differences = new List<string>();
        for (int step = 0; step < gradients.Length; step++)
        {
            double[] gradient = [.. matrix.Zip(b, (row, constant) => row.Zip(theta, (a, x) => a * x).Sum() - constant)];
            OracleCheck.Compare<double>($"gradient {step + 1}", gradient, gradients[step], oracle, 1, differences);
            optimizer.Step(theta, gradient);
            double[] velocity = optimizer.State[0].Values.Span.ToArray();
            OracleCheck.Compare<double>($"step {step + 1}", [.. theta.Zip(velocity, (x, v) => x + rate * mu * v)], trajectory[step + 1], oracle, 1, differences);
        }

        Assert.Empty(differences);
    }

    [SharedOracleFact]
    public void WhatIsLeftOutHasItsReason() => Assert.Equal(
        leftOut.Keys.Order(),
        SharedOracle.Cases("optimizer").Where(oracle => oracle.Op != "nesterov_lookahead" && Make<double>(oracle, 4) is null).Select(oracle => oracle.Op).Distinct().Order());

    private static void Follow(params string[] ops)
    {
        OracleCase[] cases = [.. SharedOracle.Cases("optimizer").Where(oracle => ops.Contains(oracle.Op))];
        Assert.Equal(ops.Order(), cases.Select(oracle => oracle.Op).Distinct().Order());
        var differences = new List<string>();
        foreach (OracleCase oracle in cases)
        {
            Follow<double>(oracle, differences);
            Follow<float>(oracle, differences);
        }

        Assert.Empty(differences);
    }

    private static void Follow<T>(OracleCase oracle, List<string> differences)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[][] trajectory = Rows(oracle, "trajectory"), gradients = Rows(oracle, "gradients");
        T[] theta = OracleCheck.Numbers<T>(trajectory[0]);
        IOptimizer<T> optimizer = Make<T>(oracle, theta.Length)!;
        for (int step = 0; step < gradients.Length; step++)
        {
            if (Number(oracle, "lr_decay") is > 0 and var decay)
            {
                optimizer.LearningRate = Schedules.InverseTime(Number(oracle, "lr"), decay)(step);
            }

            optimizer.Step(theta, OracleCheck.Numbers<T>(gradients[step]));
            OracleCheck.Compare<T>($"step {step + 1}", theta, trajectory[step + 1], oracle, 1, differences);
        }
    }

    /// <summary>The optimizer of a case, null where it is left out; with <c>_wd</c> it has weight decay.</summary>
    private static IOptimizer<T>? Make<T>(OracleCase oracle, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double rate = Number(oracle, "lr"), mu = Number(oracle, "momentum"), beta = Number(oracle, "beta"), alpha = Number(oracle, "alpha");
        double epsilon = Number(oracle, "eps"), decay = Number(oracle, "weight_decay");
        (double beta1, double beta2) = oracle.Attribute("betas") is { } betas ? (betas[0].GetDouble(), betas[1].GetDouble()) : default;
        return oracle.Op.Replace("_wd", "") switch
        {
            "sgd" => new Sgd<T>(rate) { WeightDecay = decay },
            "momentum_torch" => new ClassicalMomentum<T>(length, rate, mu) { WeightDecay = decay },
            "momentum_ewma" => new AveragedMomentum<T>(length, rate, beta),
            "momentum_ewma_bias_corrected" => new AveragedMomentum<T>(length, rate, beta, correctBias: true),
            "nesterov_torch" => new NesterovMomentum<T>(length, rate, mu) { WeightDecay = decay },
            "rmsprop" => new RMSprop<T>(length, rate, alpha, epsilon) { WeightDecay = decay },
            "rmsprop_centered_momentum" => new CenteredRMSprop<T>(length, rate, alpha, mu, epsilon),
            "adam" or "adam_betas" => new Adam<T>(length, rate, beta1, beta2, epsilon) { WeightDecay = decay },
            "adamw" or "adamw_nowd" => new AdamW<T>(length, rate, beta1, beta2, epsilon) { WeightDecay = decay },
            "adam_amsgrad" => new AMSGrad<T>(length, rate, beta1, beta2, epsilon),
            "adamax" => new Adamax<T>(length, rate, beta1, beta2, epsilon),
            "nadam" => new NAdam<T>(length, rate, beta1, beta2, epsilon),
            "adagrad" or "adagrad_initacc_decay" => Started(new Adagrad<T>(length, rate, epsilon) { WeightDecay = decay }, Number(oracle, "initial_accumulator")),
            "adadelta" => new Adadelta<T>(length, rate, Number(oracle, "rho"), epsilon),
            _ => null,
        };
    }

    private static Adagrad<T> Started<T>(Adagrad<T> adagrad, double sum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        adagrad.State[0].Values.Span.Fill(T.CreateTruncating(sum));
        return adagrad;
    }

    /// <summary>An option that is a number, 0 where the case does not have it.</summary>
    private static double Number(OracleCase oracle, string name) => oracle.Attribute(name)?.GetDouble() ?? 0;

    private static double[][] Rows(OracleCase oracle, string name)
    {
        OracleTensor tensor = OracleTensor.Read(oracle.Json.GetProperty(name));
        return [.. tensor.Data.Chunk(tensor.Columns)];
    }
}
