using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Google.Protobuf;
using NetGen.Comparison.Peers.Onnx;
using AttributeType = NetGen.Comparison.Peers.Onnx.AttributeProto.Types.AttributeType;

namespace NetGen.Comparison.Peers.OnnxRuntime;

/// <summary>A network as an ONNX model, its weights as they are wherever the format has them so.</summary>
internal static class OnnxModel
{
    public const string Input = "x";
    public const string Output = "y";

    /// <summary>What a step of a stream starts from; it has the shape of the output.</summary>
    public const string State = "h";

    // An operator set and a format that every ONNX Runtime since 1.8 reads.
    private const int OperatorSet = 13;
    private const int FormatVersion = 7;
    private const int Float = 1;

    /// <summary>The model for a fixed number of rows, so that its buffers can be planned; of a stream, for one step.</summary>
    /// <exception cref="ArgumentException">A layer has no operator here.</exception>
    public static byte[] Write(Workload workload, int rows, Problem problem)
    {
        NetworkDescription network = workload.Network;
        ImmutableArray<ImmutableArray<float[]>> tensors = problem.Tensors(network);
        GraphProto graph = new() { Name = workload.Name };
        graph.Input.Add(Value(Input, InputShape(workload, rows)));
        graph.Output.Add(Value(Output, OutputShape(workload, rows)));
        if (workload.Streams)
        {
            graph.Input.Add(Value(State, OutputShape(workload, rows)));
        }

        for (int node = 1; node <= network.Layers.Length; node++)
        {
            string before = node == 1 ? Input : $"a{node - 1}", after = node == network.Layers.Length ? Output : $"a{node}";
            (string Name, ImmutableArray<int> Shape)[] parameters = [.. network.ParametersOf(node)];
            string[] names = [.. parameters.Select((_, index) => $"p{node}.{index}")];
            ImmutableArray<float[]> values = tensors[node - 1];
            LayerDescription layer = network.Layers[node - 1];
            if (layer is GRUDescription gru && workload.Streams)
            {
                AddStep(graph, gru, values, before, after);
                continue;
            }

            graph.Node.Add(Row(layer, after, [before, .. names]));
            graph.Initializer.Add(names.Select((name, index) => Tensor(name, values[index], parameters[index].Shape)));
        }

        ModelProto model = new() { IrVersion = FormatVersion, ProducerName = "NetGen", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = OperatorSet });
        return model.ToByteArray();
    }

    /// <summary>The shape of <see cref="Input"/>: [rows, …], or of a step [1, 1, inputs].</summary>
    public static ImmutableArray<int> InputShape(Workload workload, int rows) =>
        workload.Streams ? [1, 1, workload.Network.Shapes[0][^1]] : [rows, .. workload.Network.Shapes[0]];

    /// <summary>The shape of <see cref="Output"/>: [rows, …], or of a step [1, 1, units].</summary>
    public static ImmutableArray<int> OutputShape(Workload workload, int rows) =>
        workload.Streams ? [1, 1, workload.Network.Shapes[^1][^1]] : [rows, .. workload.Network.Shapes[^1]];

    private static NodeProto Row(LayerDescription layer, string output, string[] inputs) => layer switch
    {
        DenseDescription => Node("Gemm", output, inputs, Whole("transB", 1)),
        Conv2DDescription conv => Node(
            "Conv", output, inputs, Wholes("kernel_shape", conv.Height.Kernel, conv.Width.Kernel), Wholes("strides", conv.Height.Stride, conv.Width.Stride),
            Wholes("pads", conv.Height.Before, conv.Width.Before, conv.Height.After, conv.Width.After), Whole("group", conv.Groups)),
        MaxPool2DDescription pool => Node(
            "MaxPool", output, inputs, Wholes("kernel_shape", pool.KernelHeight, pool.KernelWidth), Wholes("strides", pool.StrideHeight, pool.StrideWidth)),
        FlattenDescription => Node("Flatten", output, inputs),
        ActivateDescription { Activation: Activation.ReLU } => Node("Relu", output, inputs),
        ActivateDescription { Activation: Activation.Tanh } => Node("Tanh", output, inputs),
        ActivateDescription { Activation: Activation.Softmax } => Node("Softmax", output, inputs),
        _ => throw new ArgumentException($"{layer.Summary} has no ONNX operator here.", nameof(layer)),
    };

    /// <summary>A step of a GRU. ONNX has its gates in the order z, r, n, and both biases in one tensor.</summary>
    private static void AddStep(GraphProto graph, GRUDescription gru, ImmutableArray<float[]> values, string before, string after)
    {
        int units = gru.Units, inputs = values[0].Length / (3 * units);
        graph.Initializer.Add(Tensor("W", Turned(values[0]), [1, 3 * units, inputs]));
        graph.Initializer.Add(Tensor("R", Turned(values[1]), [1, 3 * units, units]));
        graph.Initializer.Add(Tensor("B", [.. Turned(values[2]), .. Turned(values[3])], [1, 6 * units]));
        NodeProto node = Node("GRU", "", [before, "W", "R", "B", "", State], Whole("hidden_size", units), Whole("linear_before_reset", 1));
        node.Name = "GRU";
        node.Output.Add(after);
        graph.Node.Add(node);

        static float[] Turned(float[] gates)
        {
            int third = gates.Length / 3;
            return [.. gates[third..(2 * third)], .. gates[..third], .. gates[(2 * third)..]];
        }
    }

    private static NodeProto Node(string type, string output, string[] inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        NodeProto node = new() { OpType = type, Name = output, Input = { inputs }, Output = { output } };
        foreach (AttributeProto attribute in attributes)
        {
            node.Attribute.Add(attribute);
        }

        return node;
    }

    private static AttributeProto Whole(string name, int number) => new() { Name = name, I = number, Type = AttributeType.Int };

    private static AttributeProto Wholes(string name, params long[] numbers) => new() { Name = name, Ints = { numbers }, Type = AttributeType.Ints };

    private static TensorProto Tensor(string name, float[] values, ImmutableArray<int> shape) => new()
    {
        Name = name,
        DataType = Float,
        Dims = { shape.Select(size => (long)size) },
        RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(values)),
    };

    private static ValueInfoProto Value(string name, ImmutableArray<int> shape)
    {
        TensorShapeProto sizes = new() { Dim = { shape.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }) } };
        return new() { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = Float, Shape = sizes } } };
    }
}
