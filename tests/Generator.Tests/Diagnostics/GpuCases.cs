namespace NetGen.Generator.Tests;

/// <summary>Mistakes in networks for GPUs, each with the one message it gives.</summary>
internal static class GpuCases
{
    public static readonly DiagnosticCase[] All =
    [
        new(
            "NETG304",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(2)]
            partial class Net;
            """,
            "Network(Gpu = true)",
            "`Net` is to run on GPUs, which takes ILGPU 1.5.3 or later, but the project does not reference it. Run `dotnet add package ILGPU`, or remove Gpu from [Network]."),
        new(
            "NETG304",
            """
            [Network(Gpu = true, Seed = 3), Input(4)]
            [Dense(2)]
            partial class Net;
            """,
            "Network(Gpu = true, Seed = 3)",
            "`Net` is to run on GPUs, which takes ILGPU 1.5.3 or later, but the project references ILGPU 1.5.2. Run `dotnet add package ILGPU`, or remove Gpu from [Network].",
            "1.5.2"),
        new(
            "NETG304",
            """
            namespace ILGPU.Runtime { class Accelerator; }

            namespace Demo
            {
                [Network(Gpu = true), Input(4)]
                [Dense(2)]
                partial class Net;
            }
            """,
            "Network(Gpu = true)",
            "`Net` is to run on GPUs, which takes ILGPU 1.5.3 or later, but the project does not reference it. Run `dotnet add package ILGPU`, or remove Gpu from [Network]."),
        new(
            "NETG305",
            """
            [Network(Gpu = true), Input(1, 28, 28)]
            [Conv2D(8, 5, Activation.ReLU)]
            [Flatten]
            [Dense(10)]
            partial class Net;
            """,
            "Conv2D(8, 5, Activation.ReLU)",
            "Conv2D(8, 5, ReLU) is not compiled for GPUs: only Dense, Activate, PReLU, Dropout, BatchNorm, LayerNorm, RMSNorm, Add, Flatten and Reshape are. Use these instead, or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG305",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4)]
            [Multiply("input")]
            partial class Net;
            """,
            """Multiply("input")""",
            """Multiply("input") is not compiled for GPUs: only Dense, Activate, PReLU, Dropout, BatchNorm, LayerNorm, RMSNorm, Add, Flatten and Reshape are. Use these instead, or remove Gpu from [Network].""",
            Ilgpu.Version),
        new(
            "NETG305",
            """
            [Network(Gpu = true), Input(7, 4)]
            [Dense(4, PerStep = true)]
            partial class Net;
            """,
            "Dense(4, PerStep = true)",
            "Dense(4, PerStep) is not compiled for GPUs: with PerStep it takes a sequence, and on a GPU it takes a vector. Remove PerStep, and put [Flatten] before it, or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG305",
            """
            [Network(Gpu = true), Input(7, 4)]
            [BatchNorm]
            [Flatten]
            [Dense(4)]
            partial class Net;
            """,
            "BatchNorm",
            "BatchNorm is not compiled for GPUs: its input is [7, 4], and on a GPU it takes a vector. Put [Flatten] before it, which makes a channel of every element, or use [LayerNorm], or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG305",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4, Activation.ReLU, Name = "first")]
            [Dense(4, Activation.Tanh, Share = "first")]
            partial class Net;
            """,
            """Dense(4, Activation.Tanh, Share = "first")""",
            """Dense(4, Tanh) is not compiled for GPUs: it shares the parameters of "first", and on a GPU every layer has its own. Remove Share, or remove Gpu from [Network].""",
            Ilgpu.Version),
        new(
            "NETG305",
            """
            [Network(Gpu = true, Streaming = true), Input(30, 3)]
            [GRU(4)]
            [Dense(1)]
            partial class Net;
            """,
            "GRU(4)",
            "GRU(4) is not compiled for GPUs: only Dense, Activate, PReLU, Dropout, BatchNorm, LayerNorm, RMSNorm, Add, Flatten and Reshape are. Use these instead, or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG305",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4)]
            [Block(typeof(Unit), Times = 3)]
            partial class Net;

            [Layers]
            [Dense(4, Activation.ReLU)]
            [Multiply("input")]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 3)",
            """Multiply("input") in repetition 1 of Unit is not compiled for GPUs: only Dense, Activate, PReLU, Dropout, BatchNorm, LayerNorm, RMSNorm, Add, Flatten and Reshape are. Use these instead, or remove Gpu from [Network].""",
            Ilgpu.Version),
        new(
            "NETG305",
            """
            [Network(Gpu = true), Input(4)]
            [Block(typeof(Unit), Times = 2)]
            partial class Net;

            [Layers]
            [Dense(4)]
            [Dense(4, Name = "first")]
            [Dense(4, Share = "first")]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 2)",
            """Dense(4) in repetition 1 of Unit is not compiled for GPUs: it shares the parameters of "first", and on a GPU every layer has its own. Remove Share, or remove Gpu from [Network].""",
            Ilgpu.Version),
        new(
            "NETG306",
            """
            [Network(Gpu = true), Input(3, Name = "a"), Input(2, 2, Name = "b")]
            [Dense(4, From = "a")]
            [Flatten(From = "b")]
            [Add("Dense1")]
            partial class Net;
            """,
            """Input(2, 2, Name = "b")""",
            "Input(2, 2) is not compiled for GPUs: `Net` has 2 inputs, and on a GPU a network has one. Make them one [Input(7)], their numbers side by side, or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG306",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4, Activation.ReLU, Name = "body")]
            [Dense(3, Activation.Softmax, Name = "label")]
            [Dense(2, From = "body", Name = "place")]
            [Loss(Loss.CrossEntropy, From = "label"), Loss(Loss.MeanSquaredError, From = "place")]
            partial class Net;
            """,
            """Loss(Loss.MeanSquaredError, From = "place")""",
            "Loss(MeanSquaredError) is not compiled for GPUs: `Net` has 2 losses, and on a GPU a network has one. Keep one of them, or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG306",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L1 = 0.001, L2 = 0.01, Proximal = true)]
            partial class Net;
            """,
            "Penalty(L1 = 0.001, L2 = 0.01, Proximal = true)",
            "Penalty(L1 = 0.001, L2 = 0.01, Proximal = true) is not compiled for GPUs: Proximal leaves L1 to a step of its own, which no GPU takes. Remove Proximal, so that L1 is part of the gradient, or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG306",
            """
            [Network(Gpu = true), Input(2, 2)]
            [Flatten]
            [Dropout(0.5)]
            [Activate(Activation.Identity)]
            partial class Net;
            """,
            "Network(Gpu = true)",
            "`Net` is not compiled for GPUs: its output is its input, so there is nothing to compute. Add a layer that computes, such as [Dense(10)], or remove Gpu from [Network].",
            Ilgpu.Version),
        new(
            "NETG219",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.01, Proximal = true)]
            partial class Net;
            """,
            "Penalty(L2 = 0.01, Proximal = true)",
            "Penalty(L2 = 0.01, Proximal = true) sets Proximal and no L1, but a proximal step takes L1 alone. Set L1, such as L1 = 0.0001, or remove Proximal.",
            Ilgpu.Version),
        new(
            "NETG011",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4, Name = "Gpu")]
            partial class Net;
            """,
            """Dense(4, Name = "Gpu")""",
            """Dense(4) is named "Gpu", which is already a member that NetGen adds to every network for GPUs. Choose another with Name = "…".""",
            Ilgpu.Version),
        new(
            "NETG011",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4)]
            partial class Gpu;
            """,
            "Gpu",
            """The class is named "Gpu", which is already a member that NetGen adds to every network for GPUs. Rename the class.""",
            Ilgpu.Version),
        new(
            "NETG017",
            """
            [Network(Gpu = true), Input(4)]
            [Dense(4)]
            partial class Net
            {
                public static bool Gpu(int device) => device > 0;
            }
            """,
            "Net",
            "`Net` declares or inherits `Gpu`, which NetGen adds to it too. Rename or remove that member where it is declared.",
            Ilgpu.Version),
        new(
            "NETG017",
            """
            class Device
            {
                protected class Gpu;
            }

            [Network(Gpu = true), Input(4)]
            [Dense(4)]
            partial class Net : Device;
            """,
            "Net",
            "`Net` declares or inherits `Gpu`, which NetGen adds to it too. Rename or remove that member where it is declared.",
            Ilgpu.Version),
    ];
}
