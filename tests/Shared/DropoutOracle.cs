using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using NetGen.Randomness;

namespace NetGen.Oracle;

/// <summary>The oracle cases of dropout: given masks, and what many draws must come to.</summary>
public static class DropoutOracle
{
    private const int Width = 1000;

    /// <summary>The cases with a given mask.</summary>
    public static IEnumerable<OracleCase> Masks => SharedOracle.Cases("dropout").Where(oracle => oracle.Op == "dropout_given_mask");

    /// <summary>The cases of many draws.</summary>
    public static IEnumerable<JsonElement> Contract => SharedOracle.Cases("dropout").Single(oracle => oracle.Op == "dropout_contract").Json.GetProperty("cases").EnumerateArray();

    public static string NameOf(OracleCase oracle, bool classical) => $"{oracle.Id.Replace(".", "")}{(classical ? "_classical" : "")}";

    public static NetworkDescription Describe(OracleCase oracle, bool classical) => new(
        NameOf(oracle, classical), [oracle.Inputs["x"].Shape[1]], [new DropoutDescription("Dropout1", [0], oracle.Attribute("p")!.Value.GetDouble(), classical)]);

    public static NetworkDescription Describe(JsonElement contract) => new(
        $"Contract{contract.GetProperty("p").GetDouble() * 100:F0}", [Width], [new DropoutDescription("Dropout1", [0], contract.GetProperty("p").GetDouble())]);

    /// <summary>What differs at the step whose masks are the given ones; classical, nothing is divided by 1 − p but the prediction multiplied.</summary>
    public static List<string> Differences<T>(OracleCase oracle, INetwork<T> network, bool classical)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var differences = new List<string>();
        double rate = oracle.Attribute("p")!.Value.GetDouble(), scale = classical ? 1 - rate : 1;
        int columns = oracle.Inputs["x"].Shape[1], rows = oracle.Inputs["x"].Shape[0];
        double[] mask = oracle.Inputs["mask"].Data;
        long step = 0;
        while (!Enumerable.Range(0, mask.Length).All(index => DropoutMask.Keeps(DropoutMask.Key(network.Seed, step, 1, index / columns), index % columns, (float)rate) == (mask[index] == 1)))
        {
            step++;
        }

        var batch = new Batch<T>(rows, OracleCheck.Numbers<T>(oracle.Inputs["x"].Data), default, step);
        T[] outputs = new T[mask.Length], gradient = new T[network.Layout.Length], inputGradient = new T[mask.Length];
        Workspace<T> workspace = network.CreateWorkspace(rows);
        network.Forward(batch, outputs, workspace);
        network.Backward(batch, OracleCheck.Numbers<T>(oracle.Upstream["y"].Data), gradient, workspace, inputGradient);
        OracleCheck.Compare<T>("y", outputs, [.. oracle.Outputs["y"].Data.Select(number => number * scale)], oracle, 1, differences);
        OracleCheck.Compare<T>("x", inputGradient, [.. oracle.Gradients["x"].Data.Select(number => number * scale)], oracle, 1, differences);

        network.Forward(batch.Inputs, outputs);
        OracleCheck.Compare<T>("prediction", outputs, [.. oracle.Inputs["x"].Data.Select(number => number * scale)], oracle, 1, differences);
        return differences;
    }

    /// <summary>What of the statistical contract does not hold.</summary>
    public static List<string> Differences(JsonElement contract, INetwork<float> network)
    {
        double Of(string name) => contract.GetProperty(name).GetDouble();
        int count = contract.GetProperty("N").GetInt32();
        float[] ones = [.. Enumerable.Repeat(1f, count)];
        float[] Trained(long step)
        {
            var outputs = new float[count];
            network.Forward(new Batch<float>(count / Width, ones, default, step), outputs, network.CreateWorkspace(count / Width));
            return outputs;
        }

        float[] first = Trained(1), predicted = new float[count];
        network.Forward(ones, predicted);
        (string Claim, bool Holds)[] claims =
        [
            ("mean", Math.Abs(first.Average(number => (double)number) - Of("expected_mean")) <= Of("accept_mean_5sigma")),
            ("zeros", Math.Abs(first.Count(number => number == 0) / (double)count - Of("expected_zero_fraction")) <= Of("accept_zero_fraction_5sigma")),
            ("kept value", first.All(number => number == 0 || Math.Abs(number - Of("kept_value")) <= Of("kept_value") * 2e-7)),
            ("a step's own mask", !first.SequenceEqual(Trained(2))),
            ("the same mask again", first.SequenceEqual(Trained(1))),
            ("prediction is the identity", predicted.SequenceEqual(ones)),
        ];
        return [.. claims.Where(claim => !claim.Holds).Select(claim => $"{network.Description.Name}: {claim.Claim}")];
    }
}
