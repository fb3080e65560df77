using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Turns a checked network into the operations that predict it or train it.</summary>
internal static class Lowering
{
    public static NetworkProgram Lower(NetworkModel model, bool training)
    {
        var tensors = new List<Tensor> { new("x", (int)model.Input.Elements, Learned: false) };
        var operations = new List<Operation>();
        var tensorOf = new List<int> { 0 };
        int last = model.Layers.Count;
        int[] uses = Uses(model);
        var fused = new Dictionary<int, Operation?>();
        foreach (LossModel loss in training ? model.Losses : default)
        {
            if (FusedWith(model, uses, loss) is int activation)
            {
                fused.Add(activation, null);
            }
        }

        var operationOf = new Dictionary<int, int>();
        int number = 0;

        for (int node = 1; node <= last; node++)
        {
            LayerModel layer = model.Layers[node - 1];
            number += layer is ActivateModel { OfLayer: true } ? 0 : 1;
            int[] inputs = layer.Inputs.Select(input => tensorOf[input]).ToArray();
            if (layer.IsView(training))
            {
                tensorOf.Add(inputs[0]);
            }
            else if (layer is ActivateModel activate && !fused.ContainsKey(node) && !(training && activate.KeepsInput)
                && FusableInto(operations, operationOf, uses, layer.Inputs[0], activate) is int fusing)
            {
                operations[fusing] = operations[fusing] with { Activation = activate };
                tensors[inputs[0]] = tensors[inputs[0]] with { Name = $"a{Text.Number(operations[fusing].Number)}" };
                tensorOf.Add(inputs[0]);
            }
            else
            {
                bool learned = layer.Parameters.Count > 0 || inputs.Any(input => tensors[input].Learned);
                bool activated = node < last && model.Layers[node] is ActivateModel { OfLayer: true };
                tensors.Add(new Tensor($"{(activated ? "z" : "a")}{Text.Number(number)}", (int)layer.Output.Elements, learned));
                int output = tensors.Count - 1;
                int? memory = null;
                if (layer.Memory(training) is > 0 and long length)
                {
                    tensors.Add(new Tensor($"m{Text.Number(number)}", (int)length, Learned: false));
                    memory = tensors.Count - 1;
                }

                var operation = new Operation(node, layer, inputs.ToEquatableArray(), output, Memory: memory) { Number = number };
                tensorOf.Add(output);
                if (fused.ContainsKey(node))
                {
                    fused[node] = operation;
                }
                else
                {
                    operationOf.Add(node, operations.Count);
                    operations.Add(operation);
                }
            }
        }

        var outputs = new List<NetworkOutput>();
        foreach (int node in model.Outputs)
        {
            int tensor = tensorOf[node];
            if (outputs.Any(output => output.Tensor == tensor))
            {
                tensor = Copy(node, tensor, model, tensors, operations);
            }

            outputs.Add(new NetworkOutput(
                fused.Values.FirstOrDefault(operation => operation?.Output == tensor), tensor, outputs.Sum(output => tensors[output.Tensor].Elements),
                model.Losses.FirstOrDefault(loss => loss.Node == node)));
        }

        bool stages = outputs.Any(output => output.Tensor == 0 || output.Last == 0) || operations.Any(operation => !operation.Layer.ReadsUnpadded && operation.Inputs.Contains(0));
        return new NetworkProgram(tensors.ToEquatableArray(), operations.ToEquatableArray(), outputs.ToEquatableArray(), stages);
    }

    /// <summary>An output that is the memory of another under another shape has memory of its own, for its gradient is its own.</summary>
    private static int Copy(int node, int tensor, NetworkModel model, List<Tensor> tensors, List<Operation> operations)
    {
        int number = model.NumberOf(node);
        tensors.Add(tensors[tensor] with { Name = $"y{Text.Number(number)}" });
        LayerModel layer = model.Layers[node - 1];
        var copy = new ConcatModel(layer.Name, new[] { node }.ToEquatableArray(), new Shape(tensors[tensor].Elements), Axis: 0);
        operations.Add(new Operation(node, copy, new[] { tensor }.ToEquatableArray(), tensors.Count - 1) { Number = number });
        return tensors.Count - 1;
    }

    /// <summary>The node of the last activation where a loss is computed from its logits: δ = ŷ − y.</summary>
    private static int? FusedWith(NetworkModel model, int[] uses, LossModel loss)
    {
        // Reshaping the output moves no element, so the activation is looked for below it; whoever else reads it
        // would need its values, and its gradient.
        int node = loss.Node;
        while (node > 0 && uses[node] == 1 && model.Layers[node - 1] is FlattenModel or ReshapeModel)
        {
            node = model.Layers[node - 1].Inputs[0];
        }

        return node > 0 && uses[node] == 1 &&
            model.Layers[node - 1] is ActivateModel activate &&
            (activate.Activation, loss.Loss) is ("Softmax" or "LogSoftmax", "CrossEntropy" or "KullbackLeibler") or ("Sigmoid", "BinaryCrossEntropy")
            ? node : null;
    }

    private static int? FusableInto(List<Operation> operations, Dictionary<int, int> operationOf, int[] uses, int node, ActivateModel activate) =>
        !activate.IsSoftmax && operationOf.TryGetValue(node, out int index) && operations[index].Layer.TakesActivation && uses[node] == 1
            ? index : null;

    /// <summary>How often layers take each node, and losses.</summary>
    private static int[] Uses(NetworkModel model)
    {
        int[] uses = new int[model.Layers.Count + 1];
        foreach (int input in model.Layers.SelectMany(layer => layer.Inputs).Concat(model.Outputs))
        {
            uses[input]++;
        }

        return uses;
    }
}
