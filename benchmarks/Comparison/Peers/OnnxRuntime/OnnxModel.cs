using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Google.Protobuf;
using NetGen.Comparison.Peers.Onnx;

namespace NetGen.Comparison.Peers.OnnxRuntime;

/// <summary>A perceptron as an ONNX model: Gemm with the weights as they are, [outputs, inputs], and its activation.</summary>
internal static class OnnxModel
{
    public const string Input = "x";
    public const string Output = "y";

    // An operator set and a format that every ONNX Runtime since 1.8 reads.
    private const int OperatorSet = 13;
    private const int FormatVersion = 7;
    private const int Float = 1;

    /// <summary>The model for a fixed number of rows, so that its buffers can be planned.</summary>
    public static byte[] Write(Workload workload, int rows, Problem problem)
    {
        ImmutableArray<int> sizes = workload.Sizes;
        GraphProto graph = new() { Name = workload.Name };
        graph.Input.Add(Matrix(Input, rows, sizes[0]));
        graph.Output.Add(Matrix(Output, rows, sizes[^1]));
        string before = Input;
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            string? activation = layer < sizes.Length - 1 ? Operator(workload.Hidden) : Operator(workload.Output);
            string z = activation is null ? Output : $"z{layer}", a = layer == sizes.Length - 1 ? Output : $"a{layer}";
            graph.Initializer.Add(Tensor($"W{layer}", problem.Weights[layer - 1], sizes[layer], sizes[layer - 1]));
            graph.Initializer.Add(Tensor($"b{layer}", problem.Biases[layer - 1], sizes[layer]));
            NodeProto gemm = Node("Gemm", z, before, $"W{layer}", $"b{layer}");
            gemm.Attribute.Add(new AttributeProto { Name = "transB", I = 1, Type = AttributeProto.Types.AttributeType.Int });
            graph.Node.Add(gemm);
            if (activation is not null)
            {
                graph.Node.Add(Node(activation, a, z));
            }

            before = a;
        }

        ModelProto model = new() { IrVersion = FormatVersion, ProducerName = "NetGen", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = OperatorSet });
        return model.ToByteArray();
    }

    /// <summary>ONNX's name of an activation; null for none.</summary>
    private static string? Operator(string activation) => activation switch
    {
        "ReLU" => "Relu",
        "Tanh" => "Tanh",
        "Softmax" => "Softmax",
        "Linear" => null,
        _ => throw new ArgumentException($"The activation '{activation}' has no ONNX operator here: write ReLU, Tanh, Softmax or Linear.", nameof(activation)),
    };

    private static NodeProto Node(string type, string output, params ReadOnlySpan<string> inputs)
    {
        NodeProto node = new() { OpType = type, Name = output, Output = { output } };
        foreach (string input in inputs)
        {
            node.Input.Add(input);
        }

        return node;
    }

    private static TensorProto Tensor(string name, float[] values, params ReadOnlySpan<int> shape)
    {
        TensorProto tensor = new() { Name = name, DataType = Float, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(values)) };
        foreach (int dimension in shape)
        {
            tensor.Dims.Add(dimension);
        }

        return tensor;
    }

    private static ValueInfoProto Matrix(string name, int rows, int columns)
    {
        TensorShapeProto shape = new();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = rows });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = columns });
        return new() { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = Float, Shape = shape } } };
    }
}
