using System;
using System.Linq;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>
/// PyTorch's cases of distributions that are given directly and do not sum to 1. NetGen takes its own from a softmax,
/// which divides by the sum: with z = ln p, ln softmax(z) = z − ln Σp.
/// </summary>
[Trait("Mathematics", "C5")]
public sealed class DistributionOracleTests
{
    [SharedOracleFact]
    public void DivergenceOfLogProbabilities() => Hold(Loss.KullbackLeibler, "kl_div", given => given, p => 1);

    [SharedOracleFact]
    public void CrossEntropyOfProbabilities() => Hold(Loss.CrossEntropy, "categorical_cross_entropy_on_probabilities", given => Math.Log(given), p => 1 / p);

    [SharedOracleFact]
    public void LikelihoodOfLogProbabilities() => Hold(Loss.CrossEntropy, "nll", given => given, p => 1);

    /// <summary>Takes away what the division by Σp adds: Σy·ln Σp to a loss, and Σy·p/Σp to its gradient by a logit.</summary>
    private static void Hold(Loss loss, string op, Func<double, double> logit, Func<double, double> slopeOfLogit)
    {
        OracleCase[] cases = [.. SharedOracle.Cases("loss").Where(oracle => oracle.Op == op)];
        Assert.Equal(2, cases.Length);
        foreach (OracleCase oracle in cases)
        {
            OracleTensor prediction = oracle.Inputs["prediction"];
            (int rows, int classes) = (prediction.Shape[0], prediction.Shape[1]);
            OracleTensor target = oracle.Inputs["target"];
            double[] targets = target.IsIndex ? [.. target.Data.SelectMany(label => Enumerable.Range(0, classes).Select(index => index == label ? 1.0 : 0))] : target.Data;
            bool sums = oracle.Attribute("reduction")!.Value.GetString() == "sum";
            double[] z = [.. prediction.Data.Select(logit)];
            double[] p = [.. z.Select(number => Math.Exp(number))];
            double[] sumOf = [.. p.Chunk(classes).Select(row => row.Sum())];
            double perRow = sums ? 1 : 1.0 / rows;

            var network = new ReferenceNetwork<double>(new NetworkDescription(
                "Net", [classes], [new ActivateDescription("Softmax1", [0], Activation.Softmax)], loss, sums ? Reduction.Sum : Reduction.Mean));
            double[] delta = new double[z.Length];
            double cost = network.Gradient(new Batch<double>(rows, z, targets), [], network.CreateWorkspace(rows), delta);

            (double relative, double absolute) = oracle.Tolerance<double>();
            double Mass(int row) => targets.Skip(row * classes).Take(classes).Sum();
            Close(oracle.Loss!.Value, cost - perRow * Enumerable.Range(0, rows).Sum(row => Mass(row) * Math.Log(sumOf[row])));
            for (int index = 0; index < z.Length; index++)
            {
                int row = index / classes;
                Close(oracle.Gradients["prediction"].Data[index], slopeOfLogit(p[index]) * (delta[index] - perRow * Mass(row) * p[index] / sumOf[row]));
            }

            void Close(double expected, double actual) => Assert.True(Math.Abs(actual - expected) <= absolute + relative * Math.Abs(expected), $"{oracle.Id}: {actual} and not {expected}");
        }
    }
}
