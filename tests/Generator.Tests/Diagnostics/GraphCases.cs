namespace NetGen.Generator.Tests;

/// <summary>Mistakes of several inputs, several losses and shared parameters, each with the one message it gives.</summary>
internal static class GraphCases
{
    public static readonly DiagnosticCase[] All =
    [
        new(
            "NETG026",
            """
            [Network]
            [Input(3, Name = "Table")]
            [Input(28, 28)]
            [Flatten]
            [Concat("Table")]
            partial class Net;
            """,
            "Input(28, 28)",
            "Input(28, 28) of `Net` has no name, and of several inputs each has one, by which layers take it. Add one, such as Name = \"Input2\"."),
        new(
            "NETG009",
            """
            [Network]
            [Input(3, Name = "A")]
            [Input(3, Name = "A")]
            [Dense(2)]
            partial class Net;
            """,
            "Input(3, Name = \"A\")",
            "Input(3) is named \"A\", and so is Input(3). Give one of them another name."),
        new(
            "NETG015",
            """
            [Network]
            [Input(3, Name = "A")]
            [Input(4, Name = "B")]
            [Dense(2)]
            partial class Net;
            """,
            "Input(3, Name = \"A\")",
            "Input(3) gives [3], and no layer takes it. Name it in From, [Add] or [Concat], or remove it."),
        new(
            "NETG011",
            """
            [Network]
            [Input(3, Name = "Output")]
            [Input(3, Name = "B")]
            [Add("Output")]
            partial class Net;
            """,
            "Input(3, Name = \"Output\")",
            "Input(3) is named \"Output\", which is already a member of every network by its constant OutputSize. Choose another name."),
        new(
            "NETG011",
            """
            [Network]
            [Input(3, Name = "A")]
            [Input(3, Name = "B")]
            [Add("A")]
            partial class Net
            {
                public const int ASize = 7;
            }
            """,
            "Input(3, Name = \"A\")",
            "Input(3) is named \"A\", which is already a member of `Net` by its constant ASize. Choose another name."),
        new(
            "NETG027",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Dense(8, Name = "B")]
            [Loss(Loss.MeanSquaredError, From = "A")]
            [Loss(Loss.HalfSquaredError, From = "B", Reduction = Reduction.Sum)]
            partial class Net;
            """,
            "Loss(Loss.HalfSquaredError, From = \"B\", Reduction = Reduction.Sum)",
            "Loss(HalfSquaredError) sets Reduction.Sum, but Loss(MeanSquaredError) has Reduction.Mean. Several losses have one reduction: use the same, and Weight for how much each counts."),
        new(
            "NETG028",
            """
            [Network, Input(4)]
            [Dense(4, Activation.Tanh)]
            [Dense(3, Share = "Dense1")]
            partial class Net;
            """,
            "Dense(3, Share = \"Dense1\")",
            "Dense(3) shares the parameters of \"Dense1\", but that is Weights [4, 4], Bias [4], and this Weights [3, 4], Bias [3]. Share between layers of one kind and one size, or remove Share."),
        new(
            "NETG028",
            """
            [Network, Input(4)]
            [Dropout(0.5)]
            [Dense(4, Share = "Dropout1")]
            partial class Net;
            """,
            "Dense(4, Share = \"Dropout1\")",
            "Dense(4) shares the parameters of \"Dropout1\", but that is Dropout without parameters, and this Dense. Share between layers of one kind and one size, or remove Share."),
        new(
            "NETG028",
            """
            [Network, Input(4)]
            [LayerNorm]
            [LayerNorm(Affine = false, Share = "LayerNorm1")]
            partial class Net;
            """,
            "LayerNorm(Affine = false, Share = \"LayerNorm1\")",
            "LayerNorm shares the parameters of \"LayerNorm1\", but that is LayerNorm, and this LayerNorm without parameters. Share between layers of one kind and one size, or remove Share."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4, Share = "Nobody")]
            partial class Net;
            """,
            "Dense(4, Share = \"Nobody\")",
            "Dense(4) takes \"Nobody\", but nothing in `Net` has that name. Above it are \"input\"."),
        new(
            "NETG029",
            """
            [Network, Input(4)]
            [Dense(4, Activation.Tanh)]
            [Dense(4, Share = "Dense1", Initializer = Initializer.He)]
            partial class Net;
            """,
            "Dense(4, Share = \"Dense1\", Initializer = Initializer.He)",
            "Dense(4) shares the parameters of \"Dense1\" and sets Initializer, but they are drawn as that layer says. Set it there, or remove Share."),
        new(
            "NETG105",
            """
            [Network, Input(4)]
            [Dense(3)]
            [Multiply("input")]
            partial class Net;
            """,
            "Multiply(\"input\")",
            "Multiply(\"input\") cannot multiply \"Dense1\" [3] and \"input\" [4]: shapes that multiply are equal. Give the layers the same sizes, or join them with [Concat]."),
        new(
            "NETG211",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Dense(8, Name = "B")]
            [Loss(Loss.MeanSquaredError, From = "B")]
            [Loss(Loss.HalfSquaredError)]
            partial class Net;
            """,
            "Loss(Loss.HalfSquaredError)",
            "Loss(HalfSquaredError) names no layer. Each of several losses judges the output of a layer: say which, such as From = \"B\"."),
        new(
            "NETG211",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Loss(Loss.MeanSquaredError, From = "A")]
            [Loss(Loss.HalfSquaredError, From = "input")]
            partial class Net;
            """,
            "Loss(Loss.HalfSquaredError, From = \"input\")",
            "Loss(HalfSquaredError) judges the input \"input\". Each of several losses judges the output of a layer: say which, such as From = \"A\"."),
        new(
            "NETG212",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Loss(Loss.MeanSquaredError, From = "A")]
            [Loss(Loss.HalfSquaredError, From = "A")]
            partial class Net;
            """,
            "Loss(Loss.HalfSquaredError, From = \"A\")",
            "Loss(HalfSquaredError) judges \"A\", and so does Loss(MeanSquaredError). Every loss judges a layer of its own: name another in From, or remove one of the two."),
        new(
            "NETG213",
            """
            [Network, Input(4)]
            [Dense(8)]
            [Loss(Loss.MeanSquaredError, Weight = double.NaN)]
            partial class Net;
            """,
            "Loss(Loss.MeanSquaredError, Weight = double.NaN)",
            "Loss(MeanSquaredError) sets Weight = NaN; a weight is a finite number of at least 0. Use one such as 0.5."),
        new(
            "NETG203",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Dense(8, Name = "B")]
            [Loss(Loss.MeanSquaredError, From = "B")]
            [Loss(Loss.CrossEntropy, From = "A")]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy, From = \"A\")",
            "Loss.CrossEntropy needs the probabilities of a softmax, but `A` ends with Dense(8). End with Activation.Softmax, or use another loss."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Loss(Loss.MeanSquaredError, From = "Nobody")]
            partial class Net;
            """,
            "Loss(Loss.MeanSquaredError, From = \"Nobody\")",
            "Loss(MeanSquaredError) takes \"Nobody\", but nothing in `Net` has that name. Above it are \"input\" and \"A\"."),
    ];
}
