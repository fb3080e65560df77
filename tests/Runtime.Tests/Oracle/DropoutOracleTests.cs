using System.Linq;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The reference's dropout against PyTorch's, with masks that were given.</summary>
public sealed class DropoutOracleTests
{
    [SharedOracleFact]
    [Trait("Mathematics", "H3")]
    [Trait("Mathematics", "H4")]
    public void GivenMasksDropWhatTheyDropThere() => Assert.Empty(
        from oracle in DropoutOracle.Masks
        from classical in (bool[])[false, true]
        let description = DropoutOracle.Describe(oracle, classical)
        from difference in DropoutOracle.Differences(oracle, new ReferenceNetwork<double>(description), classical)
            .Concat(DropoutOracle.Differences(oracle, new ReferenceNetwork<float>(description), classical))
        select difference);

    [SharedOracleFact]
    [Trait("Mathematics", "H3")]
    public void ManyDrawsComeToWhatTheyMust() => Assert.Empty(
        DropoutOracle.Contract.SelectMany(contract => DropoutOracle.Differences(contract, new ReferenceNetwork<float>(DropoutOracle.Describe(contract), seed: 1))));
}
