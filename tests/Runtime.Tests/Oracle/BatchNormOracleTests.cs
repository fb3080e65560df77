using System.Linq;
using System.Numerics;
using NetGen.Differentiation;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>Batch normalization of the reference against PyTorch: outputs, every gradient, and running averages after one and two steps.</summary>
public sealed class BatchNormOracleTests
{
    [SharedOracleFact]
    [Trait("Mathematics", "G2")]
    public void DoublesAgreeWithPyTorch() => Agree<double>();

    [SharedOracleFact]
    [Trait("Mathematics", "G2")]
    public void FloatsAgreeWithPyTorch() => Agree<float>();

    /// <summary>The gradient of a prediction, whose averages are constants: the reference's formula on a tape.</summary>
    [SharedOracleFact]
    [Trait("Mathematics", "G2")]
    public void TheGradientOfAPredictionIsPyTorchs()
    {
        OracleCase[] cases = [.. BatchNormOracle.Cases.Where(oracle => !BatchNormOracle.Trains(oracle))];
        Assert.NotEmpty(cases);
        foreach (OracleCase oracle in cases)
        {
            NetworkDescription description = BatchNormOracle.Describe(oracle);
            var tape = new Tape<Real<double>>();
            Variable<Real<double>>[] theta = [.. oracle.Parameters["gamma"].Data.Concat(oracle.Parameters["beta"].Data).Select(number => tape.Leaf(number))];
            Variable<Real<double>>[] x = [.. oracle.Inputs["x"].Data.Select(number => tape.Leaf(number))];
            Variable<Real<double>>[] averages =
                [.. BatchNormOracle.Before(oracle, "mean").Concat(BatchNormOracle.Before(oracle, "var")).Select(number => Variable<Real<double>>.Constant(number))];
            Variable<Real<double>>[][][] nodes = ReferencePass.Forward<Variable<Real<double>>>(description, theta, [.. x.Chunk(description.InputSize)], null, averages);
            tape.Backward([.. nodes.SelectMany(row => row[^1])], [.. oracle.Upstream["y"].Data.Select(Real<double>.From)]);

            Assert.All(
                oracle.Gradients["x"].Data.Zip(x).Concat(oracle.Gradients["gamma"].Data.Concat(oracle.Gradients["beta"].Data).Zip(theta)),
                pair => Assert.Equal(pair.First, tape.Adjoint(pair.Second).Number, 1e-11));
        }
    }

    private static void Agree<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OracleCase[] cases = [.. BatchNormOracle.Cases];
        Assert.Equal(8, cases.Length);
        Assert.Empty(cases.SelectMany(oracle => BatchNormOracle.Differences(oracle, new ReferenceNetwork<T>(BatchNormOracle.Describe(oracle)))));
    }
}
