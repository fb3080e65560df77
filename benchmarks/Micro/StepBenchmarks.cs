using BenchmarkDotNet.Attributes;

namespace NetGen.Micro;

/// <summary>One step of a stream through layers that remember, each step waiting for the one before.</summary>
public class StepBenchmarks
{
    private IStreamingNetwork<float> network = null!;
    private float[] input = null!;
    private float[] state = null!;
    private float[] output = null!;

    public static IEnumerable<string> Kinds { get; } = ["GRU8", "GRU32", "GRU64", "LSTM32", "Recurrent32", "Conv1D16"];

    [ParamsSource(nameof(Kinds))]
    public string Layer { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        network = Layer switch
        {
            "GRU8" => new GRU8Stream(),
            "GRU32" => new GRU32Stream(),
            "GRU64" => new GRU64Stream(),
            "LSTM32" => new LSTM32Stream(),
            "Recurrent32" => new Recurrent32Stream(),
            _ => new Conv1D16Stream(),
        };
        (input, state, output) = (new float[network.StepInputSize], new float[network.StateSize], new float[network.StepOutputSize]);
    }

    [Benchmark]
    public void Step()
    {
        input[0] = output[0];
        network.Step(input, state, output);
    }
}

[Network(Streaming = true)]
[Input(100, 1)]
[GRU(8)]
public sealed partial class GRU8Stream;

[Network(Streaming = true)]
[Input(100, 1)]
[GRU(32)]
public sealed partial class GRU32Stream;

[Network(Streaming = true)]
[Input(100, 1)]
[GRU(64)]
public sealed partial class GRU64Stream;

[Network(Streaming = true)]
[Input(100, 1)]
[LSTM(32)]
public sealed partial class LSTM32Stream;

[Network(Streaming = true)]
[Input(100, 1)]
[Recurrent(32)]
public sealed partial class Recurrent32Stream;

[Network(Streaming = true)]
[Input(16, 100)]
[Conv1D(16, 3, Activation.Tanh, Causal = true, Dilation = 64)]
public sealed partial class Conv1D16Stream;
