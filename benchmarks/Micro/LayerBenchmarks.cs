using BenchmarkDotNet.Attributes;

namespace NetGen.Micro;

/// <summary>Every kind of layer as a network of its own, 256 wide.</summary>
public class LayerBenchmarks
{
    private INetwork<float> network = null!;
    private AlignedBuffer<float> inputs = null!;
    private AlignedBuffer<float> outputs = null!;
    private AlignedBuffer<float> upstream = null!;
    private AlignedBuffer<float> gradient = null!;
    private AlignedBuffer<float> inputGradient = null!;
    private Workspace<float> workspace = null!;

    public static IEnumerable<string> Kinds { get; } = ["Dense", "ReLU", "LeakyReLU", "Sigmoid", "Tanh", "Softplus", "GELU", "Softmax", "Dropout", "Add", "Concat", "MaxPool2D", "AveragePool2D", "Recurrent", "LSTM", "GRU"];

    [ParamsSource(nameof(Kinds))]
    public string Layer { get; set; } = "";

    [Params(1, 64)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        network = Layer switch
        {
            "Dense" => new DenseLayer(),
            "ReLU" => new ReLULayer(),
            "LeakyReLU" => new LeakyReLULayer(),
            "Sigmoid" => new SigmoidLayer(),
            "Tanh" => new TanhLayer(),
            "Softplus" => new SoftplusLayer(),
            "GELU" => new GELULayer(),
            "Softmax" => new SoftmaxLayer(),
            "Dropout" => new DropoutLayer(),
            "Add" => new AddLayer(),
            "MaxPool2D" => new MaxPool2DLayer(),
            "AveragePool2D" => new AveragePool2DLayer(),
            "Recurrent" => new RecurrentLayer(),
            "LSTM" => new LSTMLayer(),
            "GRU" => new GRULayer(),
            _ => new ConcatLayer(),
        };
        (int inputSize, int outputSize) = (network.Description.InputSize, network.Description.OutputSize);
        inputs = Numbers.Normal(Rows * inputSize);
        outputs = new(Rows * outputSize);
        upstream = Numbers.Normal(Rows * outputSize);
        gradient = new(network.Layout.Length);
        inputGradient = new(Rows * inputSize);
        workspace = network.CreateWorkspace(Rows);
    }

    [Benchmark]
    public void Predict() => network.Forward(inputs.Span, outputs.Span);

    /// <summary>The forward pass of training and the backward pass, the input's gradient included.</summary>
    [Benchmark]
    public void ForwardAndBackward()
    {
        var batch = new Batch<float>(Rows, inputs.Span, targets: default);
        network.Forward(batch, outputs.Span, workspace);
        network.Backward(batch, upstream.Span, gradient.Span, workspace, inputGradient.Span);
    }
}
