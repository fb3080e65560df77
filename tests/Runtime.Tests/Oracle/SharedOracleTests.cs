using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Differentiation;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The reference against the large set of PyTorch's results, where that set is.</summary>
public sealed class SharedOracleTests(ITestOutputHelper output)
{
    private static readonly string[] Groups = ["activation", "dense", "mlp", "loss", "structure", "conv", "pool", "recurrent", "embedding", "attention", "norm"];

    [SharedOracleFact]
    public void EveryCaseIsSupportedOrListedWithItsReason()
    {
        var wrong = new List<string>();
        var seen = new HashSet<string>();
        foreach (OracleCase oracle in Groups.SelectMany(SharedOracle.Cases))
        {
            seen.Add(oracle.Id);
            bool supported = OracleAdapter.Adapt(oracle) is not null;
            bool listed = Unsupported.Reasons.TryGetValue(oracle.Id, out string? reason);
            if (listed)
            {
                output.WriteLine($"unsupported {oracle.Group}/{oracle.Id}: {reason}");
            }

            if (supported == listed)
            {
                wrong.Add(supported ? $"{oracle.Id} is supported and must leave the list" : $"{oracle.Id} is neither supported nor listed");
            }
        }

        wrong.AddRange(Unsupported.Reasons.Keys.Except(seen).Select(id => $"{id} is listed and there is no such case"));
        Assert.Empty(wrong);
    }

    [SharedOracleFact]
    [Trait("Mathematics", "H1")]
    [Trait("Mathematics", "H2")]
    public void PenaltiesAreAmongThem() => Assert.Equal(
        ["L1 0.0625, L2 0", "L1 0.03125, L2 0.25", "L1 0, L2 0.125"],
        SharedOracle.Cases("mlp").Select(OracleAdapter.Adapt).SelectMany(problem => problem!.Description.Penalties).Select(penalty => penalty.Summary).OrderDescending());

    [SharedOracleFact]
    public void DoublesAgreeWithPyTorch() => Agree<double>();

    [SharedOracleFact]
    public void FloatsAgreeWithPyTorch() => Agree<float>();

    private void Agree<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OracleProblem[] problems = [.. Groups.SelectMany(SharedOracle.Cases).Select(OracleAdapter.Adapt).OfType<OracleProblem>()];
        output.WriteLine($"{problems.Length} cases");
        Assert.NotEmpty(problems);
        Assert.Empty(problems.SelectMany(problem => ReferenceOracle.Differences<T>(problem)));
    }
}

internal static class ReferenceOracle
{
    /// <summary>What differs between a case and its reference network, every node included.</summary>
    public static List<string> Differences<T>(OracleProblem problem)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var network = new ReferenceNetwork<T>(problem.Description);
        List<string> differences = OracleCheck.Run(problem, network);
        Real<T>[] parameters = [.. network.Parameters.ToArray().Select(number => new Real<T>(number))];
        Real<T>[][] inputs = [.. problem.Inputs.Select(Real<T>.From).Chunk(problem.Description.InputSize)];
        Real<T>[][][] rows = [.. inputs.Select(input => ReferencePass.Forward<Real<T>>(problem.Description, parameters, input, training: null))];
        foreach ((int node, string name) in problem.Nodes)
        {
            if (problem.Case.Outputs.TryGetValue(name, out OracleTensor? expected))
            {
                T[] values = [.. rows.SelectMany(row => row[node]).Select(real => real.Number)];
                OracleCheck.Compare<T>(name, values, expected.Data, problem.Case, 1, differences);
            }
        }

        return differences;
    }
}
