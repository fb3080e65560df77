using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The trainer and the optimizers against PyTorch's trainings on real rows, step by step.</summary>
public sealed class TrainingOracleTests
{
    [SharedOracleFact]
    [Trait("Mathematics", "F1")]
    [Trait("Mathematics", "F2")]
    public void ReferenceNetworksInDoubleFollowPyTorch() => Follow<double>();

    [SharedOracleFact]
    [Trait("Mathematics", "F1")]
    [Trait("Mathematics", "F2")]
    public void ReferenceNetworksInFloatFollowPyTorch() => Follow<float>();

    private static void Follow<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OracleCase[] cases = [.. SharedOracle.Cases("training")];
        Assert.NotEmpty(cases);
        List<string> differences = [.. cases.SelectMany(oracle => TrainingOracle.Follow(oracle, new ReferenceNetwork<T>(TrainingOracle.Describe(oracle))))];
        Assert.Empty(differences);
    }
}
