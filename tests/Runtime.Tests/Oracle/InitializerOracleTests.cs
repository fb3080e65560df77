using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using NetGen.Oracle;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The initializers against the statistics that PyTorch's have to have.</summary>
public sealed class InitializerOracleTests
{
    private static readonly Dictionary<string, (Initializer Initializer, double? Scale)> schemes = new()
    {
        ["zeros"] = (Initializer.Zeros, null),
        ["small_normal_0.01"] = (Initializer.Normal, 0.01),
        ["xavier_1_over_n_normal"] = (Initializer.LeCun, null),
        ["he_normal"] = (Initializer.He, null),
        ["glorot_normal"] = (Initializer.Glorot, null),
        ["xavier_1_over_n_uniform"] = (Initializer.LeCunUniform, null),
        ["he_uniform"] = (Initializer.HeUniform, null),
        ["glorot_uniform"] = (Initializer.GlorotUniform, null),
        ["torch_default_linear"] = (Initializer.Uniform, 1 / Math.Sqrt(300)),
    };

    [SharedOracleFact]
    [Trait("Mathematics", "E6")]
    public void EverySchemeHasItsStatistics()
    {
        JsonElement[] cases = [.. SharedOracle.Cases("init").Single().Json.GetProperty("schemes").EnumerateArray()];
        Assert.Equal(schemes.Keys.Order(), cases.Select(scheme => scheme.GetProperty("name").GetString()!).Order());
        foreach (JsonElement scheme in cases)
        {
            string name = scheme.GetProperty("name").GetString()!;
            (Initializer initializer, double? scale) = schemes[name];
            NetworkDescription description = Chain(
                scheme.GetProperty("fan_in").GetInt32(), null, new DenseDescription("", [], scheme.GetProperty("fan_out").GetInt32(), Bias: false, Initializer: initializer, Scale: scale));
            double[] weights = new double[description.ParameterCount];
            Initialization.Fill<double>(description, ParameterLayout.Canonical(description), seed: 42, weights);

            double mean = weights.Average(), variance = weights.Average(weight => (weight - mean) * (weight - mean));
            Assert.True(Math.Abs(mean) <= scheme.GetProperty("accept_mean_abs_5sigma").GetDouble(), $"{name}: mean {mean}");
            double expected = scheme.GetProperty("expected_var").GetDouble();
            Assert.True(Math.Abs(variance - expected) <= scheme.GetProperty("accept_var_rel_5sigma").GetDouble() * expected, $"{name}: variance {variance}, expected {expected}");
            if (scheme.GetProperty("bound") is { ValueKind: JsonValueKind.Number } bound)
            {
                Assert.All(weights, weight => Assert.InRange(weight, -(double)(float)bound.GetDouble(), (float)bound.GetDouble()));
            }

            // The sample kurtosis of n normal draws has deviation √(24/n), of uniform ones less.
            if (scheme.GetProperty("expected_kurtosis") is { ValueKind: JsonValueKind.Number } kurtosis)
            {
                Assert.Equal(kurtosis.GetDouble(), weights.Average(weight => Math.Pow(weight - mean, 4)) / (variance * variance), 5 * Math.Sqrt(24.0 / weights.Length));
            }
        }
    }
}
