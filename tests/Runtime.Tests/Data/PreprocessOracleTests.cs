using System.Collections.Generic;
using System.Linq;
using NetGen.Data;
using NetGen.Oracle;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Runtime.Tests.Data;

/// <summary>Standardization against scikit-learn's, where the large oracle set is.</summary>
public sealed class PreprocessOracleTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Unsupported = new() { ["prep_minmax"] = "inputs are standardized, not scaled to a range (row G1)" };

    [SharedOracleFact]
    [Trait("Mathematics", "G1")]
    public void EveryCaseAgreesOrIsListedWithItsReason()
    {
        var differences = new List<string>();
        foreach (OracleCase oracle in SharedOracle.Cases("preprocess"))
        {
            if (Unsupported.TryGetValue(oracle.Id, out string? reason))
            {
                output.WriteLine($"unsupported {oracle.Id}: {reason}");
                continue;
            }

            Assert.Equal("standardise", oracle.Op);
            double[] train = [.. oracle.Inputs["train"].Data];
            double[] other = [.. oracle.Inputs["new"].Data];
            var fitted = Standardization.Fit(Rows.Inputs(oracle.Inputs["train"].Shape[0], train));
            fitted.Apply<double>(train);
            fitted.Apply<double>(other);
            OracleCheck.Compare<double>("mean", fitted.Mean.AsSpan(), Expected("mean"), oracle, 1, differences);
            OracleCheck.Compare<double>("scale_used", fitted.Deviation.AsSpan(), Expected("scale_used"), oracle, 1, differences);
            OracleCheck.Compare<double>("train", train, Expected("train"), oracle, 1, differences);
            OracleCheck.Compare<double>("new", other, Expected("new"), oracle, 1, differences);

            double[] Expected(string name) => OracleTensor.Read(oracle.Json.GetProperty("expected").GetProperty(name)).Data;
        }

        Assert.Empty(differences);
        Assert.Equal(2, SharedOracle.Cases("preprocess").Count());
    }
}
