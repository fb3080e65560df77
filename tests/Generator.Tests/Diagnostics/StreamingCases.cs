namespace NetGen.Generator.Tests;

/// <summary>Mistakes in networks that stream, each with the one message it gives.</summary>
internal static class StreamingCases
{
    public static readonly DiagnosticCase[] All =
    [
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(100, 3)]
            [GRU(32, Bidirectional = true)]
            [Dense(1)]
            partial class Net;
            """,
            """GRU(32, Bidirectional = true)""",
            "GRU(32) cannot stream: it takes the sequence from its end too, and a stream has no end. Remove Bidirectional, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 100)]
            [Conv1D(8, 3, Same = true)]
            partial class Net;
            """,
            """Conv1D(8, 3, Same = true)""",
            """Conv1D(8, 3) cannot stream: its windows reach 1 step ahead. Set Causal = true instead of other padding, or remove Streaming from [Network]."""),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 100)]
            [Conv1D(8, 5, Dilation = 2)]
            partial class Net;
            """,
            """Conv1D(8, 5, Dilation = 2)""",
            "Conv1D(8, 5) cannot stream: it gives fewer steps than it takes: 100 − (2·(5 − 1) + 1) + 1 = 92 of 100. Set Causal = true, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 100)]
            [Conv1D(8, 2, Causal = true, Stride = 2, Truncate = true)]
            partial class Net;
            """,
            """Conv1D(8, 2, Causal = true, Stride = 2, Truncate = true)""",
            """Conv1D(8, 2) cannot stream: with Stride = 2 it gives one step for 2. Set Stride = 1, or remove Streaming from [Network]."""),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 100)]
            [Conv1D(8, 3, Causal = true)]
            [MaxPool1D(2)]
            partial class Net;
            """,
            """MaxPool1D(2)""",
            "MaxPool1D(2) cannot stream: its windows do not give one step for every step. Remove it, or use a causal convolution, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 100)]
            [Conv1D(8, 3, Causal = true)]
            [GlobalAveragePool]
            [Dense(2)]
            partial class Net;
            """,
            """GlobalAveragePool""",
            "GlobalAveragePool cannot stream: it waits for all 100 steps. Remove it, and let a convolution give the output, such as [Conv1D(2, 1)] for two numbers a step, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(100, 3)]
            [LSTM(4, Sequence = true)]
            [Flatten]
            [Dense(2)]
            partial class Net;
            """,
            """Flatten""",
            "Flatten cannot stream: it makes one vector of all steps. Remove it, and either Sequence above it, so that the last state goes on, or set PerStep = true below it, for every step, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 10)]
            [Conv1D(8, 3, Causal = true)]
            [Flatten]
            [Dense(2)]
            partial class Net;
            """,
            """Flatten""",
            "Flatten cannot stream: it makes one vector of all steps. Remove it, and let a convolution give the output, such as [Conv1D(2, 1)] for two numbers a step, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 1)]
            [Flatten]
            [Embedding(20, 4)]
            [GRU(4)]
            partial class Net;
            """,
            """Flatten""",
            "Flatten cannot stream: it makes one vector of all steps. Make the input [Input(10)], of one symbol a step, and remove it, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 3, Name = "signal"), Input(1, Name = "length")]
            [GRU(4, From = "signal", Lengths = "length")]
            partial class Net;
            """,
            """GRU(4, From = "signal", Lengths = "length")""",
            "GRU(4) cannot stream: it stops at the length of its row, and a stream goes on. Remove Lengths, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 10)]
            [ConvTranspose1D(3, 2, Stride = 2)]
            partial class Net;
            """,
            """ConvTranspose1D(3, 2, Stride = 2)""",
            "ConvTranspose1D(3, 2) cannot stream: it does not work on one step of a sequence. Remove it, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10)]
            [Embedding(20, 4)]
            [Conv1D(3, 2, Causal = true)]
            partial class Net;
            """,
            """Conv1D(3, 2, Causal = true)""",
            "Conv1D(3, 2) cannot stream: it takes the last axis for time, and Embedding(20, 4) the first. Use a recurrent layer, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 4)]
            [GRU(4, Sequence = true)]
            [BatchNorm]
            partial class Net;
            """,
            """BatchNorm""",
            "BatchNorm cannot stream: it has averages of its own for every step. Remove it, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10)]
            [Embedding(20, 4)]
            [Attention(2)]
            partial class Net;
            """,
            """Attention(2)""",
            "Attention(2) cannot stream: it does not work on one step of a sequence. Remove it, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 30)]
            [Reshape(100, 3)]
            [GRU(4)]
            partial class Net;
            """,
            """Reshape(100, 3)""",
            "Reshape(100, 3) cannot stream: it moves numbers from one step to another. Make the input [100, 3] and remove the [Reshape], or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 3)]
            [GRU(4, Sequence = true)]
            [Reshape(20, 2)]
            [GRU(4)]
            partial class Net;
            """,
            """Reshape(20, 2)""",
            """Reshape(20, 2) cannot stream: it moves numbers from one step to another. Remove it, or remove Streaming from [Network]."""),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 4)]
            [GRU(4, Sequence = true, Name = "a")]
            [Concat("a", "input")]
            [GRU(4)]
            partial class Net;
            """,
            """Concat("a", "input")""",
            """Concat("a", "input") cannot stream: it joins along axis 0, which is time. Set Axis = 1, or remove Streaming from [Network]."""),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(4, 10)]
            [Conv1D(4, 3, Causal = true, Name = "a")]
            [Add("a", "input")]
            [Recurrent(4)]
            partial class Net;
            """,
            """Recurrent(4)""",
            """Recurrent(4) cannot stream: it takes the first axis for time, and Conv1D(4, 3) the last. Use either recurrent layers or convolutions, or remove Streaming from [Network]."""),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 4)]
            [Recurrent(4, Sequence = true)]
            [Conv1D(4, 3, Causal = true)]
            partial class Net;
            """,
            """Conv1D(4, 3, Causal = true)""",
            """Conv1D(4, 3) cannot stream: it takes the last axis for time, and Recurrent(4) the first. Use either recurrent layers or convolutions, or remove Streaming from [Network]."""),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(10, 2)]
            [GRU(20, Name = "last")]
            [Reshape(10, 2)]
            [Add("input")]
            partial class Net;
            """,
            """Add("input")""",
            """Add("input") cannot stream: it joins a sequence with Reshape(10, 2), which is none. Give it sequences only, or remove Streaming from [Network]."""),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(2, 10)]
            [Conv1D(2, 3, Causal = true)]
            [ZeroPad(1, 0)]
            partial class Net;
            """,
            """ZeroPad(1, 0)""",
            "ZeroPad(1, 0) cannot stream: it gives 11 steps for 10. Remove it, or remove Streaming from [Network]."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(4, 100)]
            [Conv1D(8, 3, Causal = true, Dilation = 10000000)]
            partial class Net;
            """,
            """Conv1D(8, 3, Causal = true, Dilation = 10000000)""",
            "Conv1D(8, 3) cannot stream: it brings the state of a stream to 80,000,001 numbers, and NetGen compiles up to 16,777,216. Use a smaller dilation, kernel or input, or fewer units, or remove Streaming from [Network]."),
        new(
            "NETG129",
            """
            [Network(Streaming = true), Input(9, 2, Name = "a"), Input(9, 2, Name = "b")]
            [Add("a")]
            [GRU(4)]
            partial class Net;
            """,
            """Network(Streaming = true)""",
            "`Net` is to stream, but it has several inputs. Make them one [Input(steps, features)], the features side by side, or remove Streaming."),
        new(
            "NETG110",
            """
            [Network(Streaming = true), Input(9, 4)]
            [GRU(7, Sequence = true)]
            [Activate(Activation.Softmax)]
            partial class Net;
            """,
            """Activate(Activation.Softmax)""",
            "Activate(Softmax) takes a vector, but its input is [9, 7]. A softmax of every step cannot be declared: let the layer above it give its last state alone, without Sequence, or choose another activation."),
        new(
            "NETG129",
            """
            [Network(Streaming = true), Input(300)]
            [Reshape(100, 3)]
            [GRU(32)]
            [Dense(1)]
            partial class Net;
            """,
            """Network(Streaming = true)""",
            "`Net` is to stream, but its input is [300], which is no sequence. Make it [Input(steps, features)] for recurrent layers, [Input(channels, length)] for convolutions, or [Input(steps)] for an [Embedding] alone, and remove a [Reshape] to that, or remove Streaming."),
        new(
            "NETG129",
            """
            [Network(Streaming = true), Input(30, 3)]
            [Activate(Activation.Tanh)]
            partial class Net;
            """,
            """Network(Streaming = true)""",
            "`Net` is to stream, but none of its layers takes a sequence step by step. Add one that does, such as [GRU(8)], or remove Streaming."),
        new(
            "NETG011",
            """
            [Network(Streaming = true), Input(30, 3)]
            [GRU(4, Name = "Step")]
            partial class Net;
            """,
            """GRU(4, Name = "Step")""",
            """GRU(4) is named "Step", which is already a member that NetGen adds to every network that streams. Choose another with Name = "…"."""),
    ];
}
