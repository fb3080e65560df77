using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using NetGen.Data;
using NetGen.Training;

namespace NetGen.Oracle;

/// <summary>Follows a whole training of PyTorch's: real rows in a given order from given parameters.</summary>
public static class TrainingOracle
{
    private static readonly string[] tensors = ["W1", "b1", "W2", "b2"];

    public static NetworkDescription Describe(OracleCase oracle)
    {
        int[] sizes = [.. oracle.Attribute("dims")!.Value.EnumerateArray().Select(size => size.GetInt32())];
        bool classes = oracle.Attribute("head")!.Value.GetString() == "softmax_ce";
        ImmutableArray<LayerDescription> layers =
        [
            new DenseDescription("Dense1", [0], sizes[1]),
            new ActivateDescription("Activate1", [1], Activations[oracle.Attribute("activation")!.Value.GetString()!]),
            new DenseDescription("Dense2", [2], sizes[2]),
        ];
        return new NetworkDescription(
            "Net", [sizes[0]], classes ? layers.Add(new ActivateDescription("Activate2", [3], Activation.Softmax)) : layers,
            classes ? Loss.CrossEntropy : Loss.MeanSquaredError);
    }

    /// <summary>Trains as the case says, and says what differs: the cost of every step, the full cost after every epoch, the last parameters.</summary>
    public static List<string> Follow<T>(OracleCase oracle, INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var differences = new List<string>();
        network.Layout.CopyFrom<T>(network.Parameters, OracleCheck.Numbers<T>(tensors.SelectMany(name => oracle.Parameters[name].Data)));
        T[] inputs = OracleCheck.Numbers<T>(oracle.Inputs["x"].Data);
        OracleTensor target = oracle.Inputs["target"];
        int count = oracle.Inputs["x"].Shape[0];
        T[] targets = target.IsIndex ? [] : OracleCheck.Numbers<T>(target.Data);
        int[] labels = target.IsIndex ? [.. target.Data.Select(label => (int)label)] : [];
        int[][] order = [.. oracle.Json.GetProperty("order").EnumerateArray().Select(rows => rows.EnumerateArray().Select(row => row.GetInt32()).ToArray())];

        var recording = new CostRecording<T>(network);
        var trainer = new Trainer<T>(
            recording, target.IsIndex ? new Examples<T>(inputs, labels) : new Examples<T>(count, inputs, targets),
            Optimizer<T>(oracle.Attribute("optimizer")!.Value, network.Layout.Length), oracle.Attribute("batch")!.Value.GetInt32())
        {
            Order = (epoch, rows) => order[epoch].CopyTo(rows),
        };
        Workspace<T> workspace = network.CreateWorkspace(count);
        var fullCosts = new List<T>();
        foreach (EpochReport _ in trainer.Run(order.Length))
        {
            fullCosts.Add(network.Cost(target.IsIndex ? new Batch<T>(inputs, labels) : new Batch<T>(count, inputs, targets), workspace));
        }

        JsonElement expected = oracle.Json.GetProperty("expected");
        OracleCheck.Compare<T>("cost of a step", recording.Costs.ToArray(), Numbers(expected, "batch_losses"), oracle, 1, differences);
        OracleCheck.Compare<T>("cost after an epoch", fullCosts.ToArray(), Numbers(expected, "epoch_full_losses"), oracle, 1, differences);
        T[] parameters = new T[network.Layout.Count];
        network.Layout.CopyTo<T>(network.Parameters, parameters);
        OracleCheck.Compare<T>(
            "parameters", parameters, [.. tensors.SelectMany(name => OracleTensor.Read(expected.GetProperty("final_params").GetProperty(name)).Data)],
            oracle, 1, differences);
        return differences;
    }

    private static readonly Dictionary<string, Activation> Activations = new()
    {
        ["tanh"] = Activation.Tanh,
        ["sigmoid"] = Activation.Sigmoid,
        ["relu"] = Activation.ReLU,
    };

    private static IOptimizer<T> Optimizer<T>(JsonElement optimizer, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double rate = optimizer.GetProperty("lr").GetDouble();
        return optimizer.GetProperty("name").GetString() switch
        {
            "sgd" or "sgd (full batch)" => new Sgd<T>(rate),
            "momentum_torch" => new ClassicalMomentum<T>(length, rate, optimizer.GetProperty("momentum").GetDouble()),
            "adam" => new Adam<T>(length, rate, optimizer.GetProperty("betas")[0].GetDouble(), optimizer.GetProperty("betas")[1].GetDouble(), optimizer.GetProperty("eps").GetDouble()),
            var other => throw new ArgumentException($"{other} is no optimizer of NetGen's."),
        };
    }

    private static double[] Numbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
