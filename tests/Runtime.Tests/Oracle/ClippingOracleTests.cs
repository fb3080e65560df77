using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using NetGen.Oracle;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>Clipping against PyTorch's.</summary>
public sealed class ClippingOracleTests
{
    private static readonly Dictionary<string, string> leftOut = new()
    {
        ["clip_inf_norm"] = "the norm is Euclid's, as in the paper",
        ["clip_l1_norm"] = "the norm is Euclid's, as in the paper",
    };

    [SharedOracleFact]
    [Trait("Mathematics", "F9")]
    public void ClippingFollowsPyTorch()
    {
        var differences = new List<string>();
        OracleCase[] cases = [.. SharedOracle.Cases("clip").Where(oracle => !leftOut.ContainsKey(oracle.Id))];
        Assert.Equal(["clip_active", "clip_inactive", "clip_value"], cases.Select(oracle => oracle.Id).Order());
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
        double most = oracle.Attribute("max")!.Value.GetDouble();
        Clipping<T> clipping = oracle.Op == "clip_by_value" ? new ValueClipping<T>(most) : new NormClipping<T>(most);

        // All gradients together are one.
        T[] gradient = OracleCheck.Numbers<T>(oracle.Inputs.OrderBy(input => input.Key).SelectMany(input => input.Value.Data));
        JsonElement expected = oracle.Json.GetProperty("expected");
        if (expected.GetProperty("total_norm").ValueKind == JsonValueKind.Number)
        {
            OracleCheck.Compare<double>("norm", [VectorNorm.Of<T>(gradient)], [expected.GetProperty("total_norm").GetDouble()], oracle, 1, differences);
        }

        clipping.Apply(gradient);
        OracleCheck.Compare<T>("gradient", gradient, [.. oracle.Outputs.OrderBy(output => output.Key).SelectMany(output => output.Value.Data)], oracle, 1, differences);
    }
}
