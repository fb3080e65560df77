using System.Linq;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Peers.Onnx;
using NetGen.Comparison.Peers.OnnxRuntime;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class OnnxModelTests
{
    [Theory]
    [InlineData("W1", "Gemm Tanh Gemm Tanh Gemm", "x 6·4", "y 6·2")]
    [InlineData("W2", "Gemm Relu Gemm Relu Gemm Softmax", "x 6·13", "y 6·3")]
    [InlineData("W5", "Conv Relu MaxPool Conv Relu MaxPool Flatten Gemm Relu Gemm Relu Gemm Softmax", "x 6·1·28·28", "y 6·10")]
    [InlineData("W6-32", "GRU", "x 1·1·1, h 1·1·32", "y 1·1·32")]
    public void A_model_has_an_operator_for_every_layer_and_the_shapes_of_a_call(string name, string operators, string inputs, string outputs)
    {
        GraphProto graph = Model(name, rows: 6);

        Assert.Equal(operators, string.Join(' ', graph.Node.Select(node => node.OpType)));
        Assert.Equal(inputs, string.Join(", ", graph.Input.Select(Shape)));
        Assert.Equal(outputs, string.Join(", ", graph.Output.Select(Shape)));
        Assert.Equal(Workloads.All.Single(workload => workload.Name == name).Network.ParameterCount, graph.Initializer.Sum(tensor => tensor.RawData.Length / sizeof(float)));
    }

    [Fact]
    public void A_convolution_has_its_kernel_its_stride_and_its_padding()
    {
        NodeProto conv = Model("W5", rows: 1).Node[0];

        Assert.Equal(
            "kernel_shape 5 5, strides 1 1, pads 2 2 2 2",
            string.Join(", ", conv.Attribute.Where(attribute => attribute.Ints.Count > 0).Select(attribute => $"{attribute.Name} {string.Join(' ', attribute.Ints)}")));
    }

    private static GraphProto Model(string name, int rows)
    {
        Workload workload = Workloads.All.Single(workload => workload.Name == name);
        return ModelProto.Parser.ParseFrom(OnnxModel.Write(workload, rows, Problems.Of(workload, rows, seed: 0))).Graph;
    }

    private static string Shape(ValueInfoProto value) => $"{value.Name} {string.Join('·', value.Type.TensorType.Shape.Dim.Select(size => size.DimValue))}";
}
