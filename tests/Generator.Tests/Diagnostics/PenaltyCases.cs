namespace NetGen.Generator.Tests;

/// <summary>Mistakes of penalties, each with the one message it gives.</summary>
internal static class PenaltyCases
{
    public static readonly DiagnosticCase[] All =
    [
        new(
            "NETG218",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = -1)]
            partial class Net;
            """,
            "Penalty(L2 = -1)",
            "Penalty(L2 = -1) sets L2 = -1; it takes a finite number of at least 0. Use one such as 0.0001."),
        new(
            "NETG218",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L1 = -0.5)]
            partial class Net;
            """,
            "Penalty(L1 = -0.5)",
            "Penalty(L1 = -0.5) sets L1 = -0.5; it takes a finite number of at least 0. Use one such as 0.0001."),
        new(
            "NETG218",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = double.NaN)]
            partial class Net;
            """,
            "Penalty(L2 = double.NaN)",
            "Penalty(L2 = NaN) sets L2 = NaN; it takes a finite number of at least 0. Use one such as 0.0001."),
        new(
            "NETG218",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L1 = double.PositiveInfinity)]
            partial class Net;
            """,
            "Penalty(L1 = double.PositiveInfinity)",
            "Penalty(L1 = Infinity) sets L1 = Infinity; it takes a finite number of at least 0. Use one such as 0.0001."),
        new(
            "NETG218",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, Examples = 0)]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, Examples = 0)",
            "Penalty(L2 = 0.1, Examples = 0) sets Examples = 0; it takes the number of training examples, at least 1. Use one such as 60000."),
        new(
            "NETG218",
            """
            [Network, Input(4)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 1e300)]
            partial class Net;
            """,
            """Penalty(L2 = 1e300)""",
            """Penalty(L2 = 1E+300) sets L2 = 1E+300, which is infinite as a float; it takes a finite number of at least 0. Use one such as 0.0001."""),
        new(
            "NETG218",
            """
            [Network, Input(4)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 1e-300)]
            partial class Net;
            """,
            """Penalty(L2 = 1e-300)""",
            """Penalty(L2 = 1E-300) sets L2 = 1E-300, which is 0 as a float; it takes a finite number of at least 0. Use one such as 0.0001."""),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(Examples = 100)]
            partial class Net;
            """,
            """Penalty(Examples = 100)""",
            """Penalty(Examples = 100) has neither L1 nor L2, so it costs nothing. Set one, such as L2 = 0.0001, or remove it."""),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty()]
            partial class Net;
            """,
            "Penalty()",
            "Penalty() has neither L1 nor L2, so it costs nothing. Set one, such as L2 = 0.0001, or remove it."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(From = "Dense1")]
            partial class Net;
            """,
            "Penalty(From = \"Dense1\")",
            "Penalty(From = \"Dense1\") has neither L1 nor L2, so it costs nothing. Set one, such as L2 = 0.0001, or remove it."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, Proximal = true)]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, Proximal = true)",
            "Penalty(L2 = 0.1, Proximal = true) sets Proximal and no L1, but a proximal step takes L1 alone. Set L1, such as L1 = 0.0001, or remove Proximal."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, From = "input")]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, From = \"input\")",
            "Penalty(L2 = 0.1, From = \"input\") is of \"input\", which learns nothing. Name a layer with weights, such as \"Dense2\"."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dropout(0.5)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, From = "Dropout1")]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, From = \"Dropout1\")",
            "Penalty(L2 = 0.1, From = \"Dropout1\") is of \"Dropout1\", which learns nothing. Remove it, for no layer learns."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(8)]
            [BatchNorm]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, From = "BatchNorm1")]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, From = \"BatchNorm1\")",
            "Penalty(L2 = 0.1, From = \"BatchNorm1\") is of \"BatchNorm1\", which learns scales and biases alone. Set Biases = true, or name a layer with weights."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(4, Activation.ReLU)]
            [Dense(4, Share = "Dense1")]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, From = "Dense2")]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, From = \"Dense2\")",
            "Penalty(L2 = 0.1, From = \"Dense2\") is of \"Dense2\", which shares the parameters of another layer. Name that one, \"Dense1\"."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Activate(Activation.Tanh)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1)]
            partial class Net;
            """,
            "Penalty(L2 = 0.1)",
            "Penalty(L2 = 0.1) finds no weights that no other penalty is of. Remove it, or add a layer with weights."),
        new(
            "NETG219",
            """
            [Network, Input(4)]
            [Dense(8)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1)]
            [Penalty(L1 = 0.2, From = "Dense1")]
            partial class Net;
            """,
            "Penalty(L2 = 0.1)",
            "Penalty(L2 = 0.1) finds no weights that no other penalty is of. Remove it, or add a layer with weights."),
        new(
            "NETG220",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1)]
            [Penalty(L1 = 0.2)]
            partial class Net;
            """,
            "Penalty(L1 = 0.2)",
            "Penalty(L1 = 0.2) is of all layers, and so is Penalty(L2 = 0.1). One penalty can have both L1 and L2; write both into one, or remove one of the two."),
        new(
            "NETG220",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, From = "Dense1")]
            [Penalty(L1 = 0.2, From = "Dense1")]
            partial class Net;
            """,
            "Penalty(L1 = 0.2, From = \"Dense1\")",
            "Penalty(L1 = 0.2, From = \"Dense1\") is of \"Dense1\", and so is Penalty(L2 = 0.1, From = \"Dense1\"). One penalty can have both L1 and L2; write both into one, or remove one of the two."),
        new(
            "NETG221",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Penalty(L2 = 0.1)]
            partial class Net;
            """,
            "Penalty(L2 = 0.1)",
            "Penalty(L2 = 0.1) adds to the cost, but `Net` has no loss, and so no cost. Add one, such as [Loss(Loss.MeanSquaredError)], or remove it."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, From = "Dense3")]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, From = \"Dense3\")",
            "Penalty(L2 = 0.1, From = \"Dense3\") penalizes \"Dense3\", but nothing in `Net` has that name. Did you mean \"Dense1\"? Name one above it: \"Dense1\" or \"Dense2\", or remove From."),
        new(
            "NETG014",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            [Penalty(L2 = 0.1, From = "")]
            partial class Net;
            """,
            "Penalty(L2 = 0.1, From = \"\")",
            "Penalty(L2 = 0.1, From = \"\") penalizes a layer without saying its name. Name one above it: \"Dense1\" or \"Dense2\", or remove From."),
        new(
            "NETG024",
            """
            [Network, Input(4), Block(typeof(Unit))]
            partial class Net;

            [Layers, Dense(4)]
            [Penalty(L2 = 0.1)]
            static class Unit;
            """,
            "Penalty(L2 = 0.1)",
            "`Unit` carries [Layers] and [Penalty], but input and loss of a block are those of the network that repeats it. Move [Penalty] to that network."),
        new(
            "NETG004",
            """
            [Penalty(L2 = 0.1)]
            partial class Net;
            """,
            "Penalty(L2 = 0.1)",
            "`Net` carries [Penalty] but not [Network], so no network is made of it. Write [Network, Input(n)] above the same declaration."),
    ];
}
