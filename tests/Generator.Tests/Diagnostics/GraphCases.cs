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
            "Input(28, 28) of `Net` has no name, but of several inputs each needs one, by which layers take it. Add one, such as Name = \"Input2\"."),
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
            "Input(3) is named \"A\", and so is Input(3). Set another Name on one of them."),
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
            "Input(3) gives [3], but no layer takes it. Name \"A\" in From, [Add] or [Concat], or remove Input(3)."),
        new(
            "NETG015",
            """
            [Network, Input(4)]
            [Dense(2, Name = "a")]
            [Dense(3, From = "a", Name = "b")]
            [Dense(4, From = "a", Name = "c")]
            [Loss(Loss.MeanSquaredError, From = "a")]
            [Loss(Loss.MeanSquaredError, From = "c")]
            partial class Net;
            """,
            """Dense(3, From = "a", Name = "b")""",
            """Dense(3) gives [3], but no layer takes it: Dense(4) below it has From = "a". Remove that From, or name "b" in From, [Add] or [Concat], judge it with [Loss(…, From = "b")], or remove Dense(3)."""),
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
            "Input(3) is named \"Output\", whose constant OutputSize is already a member that NetGen adds to every network. Choose another with Name = \"…\"."),
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
            "Input(3) is named \"A\", whose constant ASize is already a member that `Net` declares or inherits. Choose another with Name = \"…\"."),
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
            "Dense(3) shares the parameters of \"Dense1\", but that one has Weights [4, 4], Bias [4], and this one has Weights [3, 4], Bias [3]. Share between layers of one kind and one size, or remove Share."),
        new(
            "NETG028",
            """
            [Network, Input(4)]
            [Dropout(0.5)]
            [Dense(4, Share = "Dropout1")]
            partial class Net;
            """,
            "Dense(4, Share = \"Dropout1\")",
            "Dense(4) shares the parameters of \"Dropout1\", but that one is [Dropout] without parameters, and this one is [Dense]. Share between layers of one kind and one size, or remove Share."),
        new(
            "NETG028",
            """
            [Network, Input(4)]
            [LayerNorm]
            [LayerNorm(Affine = false, Share = "LayerNorm1")]
            partial class Net;
            """,
            "LayerNorm(Affine = false, Share = \"LayerNorm1\")",
            "LayerNorm shares the parameters of \"LayerNorm1\", but that one is [LayerNorm], and this one is [LayerNorm] without parameters. Share between layers of one kind and one size, or remove Share."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4, Share = "Nobody")]
            partial class Net;
            """,
            "Dense(4, Share = \"Nobody\")",
            "Dense(4) shares the parameters of \"Nobody\", but nothing in `Net` has that name. Remove Share, for no [Dense] stands above it."),
        new(
            "NETG029",
            """
            [Network, Input(4)]
            [Dense(4, Activation.Tanh)]
            [Dense(4, Share = "Dense1", Initializer = Initializer.He)]
            partial class Net;
            """,
            "Dense(4, Share = \"Dense1\", Initializer = Initializer.He)",
            "Dense(4) shares the parameters of \"Dense1\" and sets Initializer, but \"Dense1\" says how they are drawn. Set Initializer there, or remove Share."),
        new(
            "NETG105",
            """
            [Network, Input(4)]
            [Dense(3)]
            [Multiply("input")]
            partial class Net;
            """,
            "Multiply(\"input\")",
            "Multiply(\"input\") cannot multiply \"Dense1\" [3] and \"input\" [4]: it can multiply equal shapes only. Give the layers the same sizes, or join them with [Concat]."),
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
            "Loss(HalfSquaredError) names no layer. A loss judges the output of a layer: say which, such as From = \"A\"."),
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
            "Loss(HalfSquaredError) judges \"input\", an input, which no layer computes. A loss judges the output of a layer: add one for it, or remove it."),
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
            "Loss(HalfSquaredError) judges \"A\", and so does Loss(MeanSquaredError). Every loss judges a layer of its own: remove one of the two."),
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
            "NETG213",
            """
            [Network, Input(4)]
            [Dense(8)]
            [Loss(Loss.MeanSquaredError, Weight = 1e300)]
            partial class Net;
            """,
            """Loss(Loss.MeanSquaredError, Weight = 1e300)""",
            """Loss(MeanSquaredError) sets Weight = 1E+300, which is infinite as a float; a weight is a finite number of at least 0. Use one such as 0.5."""),
        new(
            "NETG213",
            """
            [Network, Input(4)]
            [Dense(8)]
            [Loss(Loss.MeanSquaredError, Weight = 1e-300)]
            partial class Net;
            """,
            """Loss(Loss.MeanSquaredError, Weight = 1e-300)""",
            """Loss(MeanSquaredError) sets Weight = 1E-300, which is 0 as a float; a weight is a finite number of at least 0. Use one such as 0.5."""),
        new(
            "NETG215",
            """
            [Network, Input(4)]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError, Delta = 0.5)]
            partial class Net;
            """,
            "Loss(Loss.MeanSquaredError, Delta = 0.5)",
            "Loss(MeanSquaredError) sets Delta = 0.5, but only Loss.Huber takes it. Use Loss.Huber, or remove Delta."),
        new(
            "NETG215",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Softmax)]
            [Loss(Loss.KullbackLeibler, LabelSmoothing = 0.1)]
            partial class Net;
            """,
            "Loss(Loss.KullbackLeibler, LabelSmoothing = 0.1)",
            "Loss(KullbackLeibler) sets LabelSmoothing = 0.1, but only Loss.CrossEntropy takes it. Use Loss.CrossEntropy, or remove LabelSmoothing."),
        new(
            "NETG215",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Softmax)]
            [Loss(Loss.CrossEntropy, PositiveWeights = new double[] { 1, 2 })]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy, PositiveWeights = new double[] { 1, 2 })",
            "Loss(CrossEntropy) sets PositiveWeights = [1, 2], but only Loss.BinaryCrossEntropy takes it. Use Loss.BinaryCrossEntropy, or remove PositiveWeights."),
        new(
            "NETG215",
            """
            [Network, Input(4)]
            [Dense(1, Activation.Sigmoid)]
            [Loss(Loss.BinaryCrossEntropy, ClassWeights = new double[] { 2 })]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy, ClassWeights = new double[] { 2 })",
            "Loss(BinaryCrossEntropy) sets ClassWeights = [2], but only Loss.CrossEntropy takes it. Use Loss.CrossEntropy, or remove ClassWeights."),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(2)]
            [Loss(Loss.Huber, Delta = 0)]
            partial class Net;
            """,
            "Loss(Loss.Huber, Delta = 0)",
            "Loss(Huber) sets Delta = 0, which must be a finite number above 0. Use Delta such as 1."),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(2)]
            [Loss(Loss.Huber, Delta = 1e-60)]
            partial class Net;
            """,
            "Loss(Loss.Huber, Delta = 1e-60)",
            "Loss(Huber) sets Delta = 1E-60, which is 0 as a float, which must be a finite number above 0. Use Delta such as 1."),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Softmax)]
            [Loss(Loss.CrossEntropy, LabelSmoothing = 1)]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy, LabelSmoothing = 1)",
            "Loss(CrossEntropy) sets LabelSmoothing = 1, which must be at least 0 and below 1. Use LabelSmoothing such as 0.1."),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Softmax)]
            [Loss(Loss.CrossEntropy, ClassWeights = new[] { 1, -0.5 })]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy, ClassWeights = new[] { 1, -0.5 })",
            "Loss(CrossEntropy) sets ClassWeights[1] = -0.5, which must be a finite number of at least 0. Use ClassWeights[1] such as 2.5."),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(1, Activation.Sigmoid)]
            [Loss(Loss.BinaryCrossEntropy, PositiveWeights = new[] { double.NaN })]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy, PositiveWeights = new[] { double.NaN })",
            "Loss(BinaryCrossEntropy) sets PositiveWeights[0] = NaN, which must be a finite number of at least 0. Use PositiveWeights[0] such as 2.5."),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Softmax)]
            [Loss(Loss.CrossEntropy, ClassWeights = new[] { 1, 1e39 })]
            partial class Net;
            """,
            """Loss(Loss.CrossEntropy, ClassWeights = new[] { 1, 1e39 })""",
            """Loss(CrossEntropy) sets ClassWeights[1] = 1E+39, which is infinite as a float, which must be a finite number of at least 0. Use ClassWeights[1] such as 2.5."""),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Softmax)]
            [Loss(Loss.CrossEntropy, ClassWeights = new[] { 1, 1e-50 })]
            partial class Net;
            """,
            """Loss(Loss.CrossEntropy, ClassWeights = new[] { 1, 1e-50 })""",
            """Loss(CrossEntropy) sets ClassWeights[1] = 1E-50, which is 0 as a float, which must be a finite number of at least 0. Use ClassWeights[1] such as 2.5."""),
        new(
            "NETG216",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Softmax)]
            [Loss(Loss.CrossEntropy, LabelSmoothing = 1e-300)]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy, LabelSmoothing = 1e-300)",
            "Loss(CrossEntropy) sets LabelSmoothing = 1E-300, which is 0 as a float, which must be at least 0 and below 1. Use LabelSmoothing such as 0.1."),
        new(
            "NETG217",
            """
            [Network, Input(4)]
            [Dense(3, Activation.Softmax)]
            [Loss(Loss.CrossEntropy, ClassWeights = new double[] { 1, 4 })]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy, ClassWeights = new double[] { 1, 4 })",
            "Loss(CrossEntropy) has 2 ClassWeights, but judges an output of [3]. Give 3, one for each element, such as ClassWeights = new double[] { 1, 1, 1 }."),
        new(
            "NETG217",
            """
            [Network, Input(4)]
            [Dense(1000, Activation.Sigmoid)]
            [Loss(Loss.BinaryCrossEntropy, PositiveWeights = new double[0])]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy, PositiveWeights = new double[0])",
            "Loss(BinaryCrossEntropy) has 0 PositiveWeights, but judges an output of [1000]. Give 1,000, one for each element, such as PositiveWeights = new double[] { 1, 1, 1, 1, … }."),
        new(
            "NETG203",
            """
            [Network, Input(4)]
            [Dense(3)]
            [Loss(Loss.KullbackLeibler)]
            partial class Net;
            """,
            "Loss(Loss.KullbackLeibler)",
            "Loss.KullbackLeibler needs the probabilities of a softmax, but `Net` ends with Dense(3). End `Net` with [Activate(Activation.Softmax)], or use another loss."),
        new(
            "NETG204",
            """
            [Network, Input(4)]
            [Dense(1, Activation.Softmax)]
            [Loss(Loss.KullbackLeibler)]
            partial class Net;
            """,
            "Loss(Loss.KullbackLeibler)",
            "Loss.KullbackLeibler needs at least 2 classes, but the output of `Net` is [1]. Use [Dense(2, Activation.Softmax)], or Activation.Sigmoid with Loss.BinaryCrossEntropy."),
        new(
            "NETG202",
            """
            [Network, Input(4)]
            [Dense(3, Activation.Softmax)]
            [Loss(Loss.AbsoluteError)]
            partial class Net;
            """,
            "Loss(Loss.AbsoluteError)",
            "Loss.AbsoluteError does not fit `Net`, whose last layer Dense(3, Softmax) is a softmax over [3]. Use Loss.CrossEntropy, or another activation."),
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
            "Loss.CrossEntropy needs the probabilities of a softmax, but \"A\" is Dense(8). Let it judge a further layer, such as [Activate(Activation.Softmax, From = \"A\", Name = \"Softmax\")], or use another loss."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Loss(Loss.MeanSquaredError, From = "Nobody")]
            partial class Net;
            """,
            "Loss(Loss.MeanSquaredError, From = \"Nobody\")",
            "Loss(MeanSquaredError) judges \"Nobody\", but nothing in `Net` has that name. Name one above it: \"A\", or remove From."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4), Dense(4), Dense(4), Dense(4), Dense(4), Dense(4), Dense(4), Dense(4), Dense(4)]
            [Add("Dence8")]
            partial class Net;
            """,
            "Add(\"Dence8\")",
            "Add(\"Dence8\") takes \"Dence8\", but nothing in `Net` has that name. Did you mean \"Dense8\"? Name one above it: \"input\", …, \"Dense2\", \"Dense3\", \"Dense4\", \"Dense5\", \"Dense6\", \"Dense7\" or \"Dense8\"."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4, Name = "Encoder")]
            [Dense(3)]
            [Dense(2, From = "Enc")]
            [Concat("Encoder")]
            partial class Net;
            """,
            "Dense(2, From = \"Enc\")",
            "Dense(2) takes \"Enc\", but nothing in `Net` has that name. Did you mean \"Encoder\"? Name one above it: \"Dense2\", or remove From."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4, Name = "First")]
            [Dense(4, Share = "first")]
            partial class Net;
            """,
            "Dense(4, Share = \"first\")",
            "Dense(4) shares the parameters of \"first\", but nothing in `Net` has that name. Did you mean \"First\"? Name one above it: \"First\", or remove Share."),
        new(
            "NETG013",
            """
            [Network]
            [Input(3, Name = "A")]
            [Input(3, Name = "B")]
            [Dense(3)]
            [Add]
            [Concat("A")]
            partial class Net;
            """,
            "Add",
            "Add() names no layer, so there is nothing to add. Name one above it, such as [Add(\"A\")]."),
        new(
            "NETG013",
            """
            [Network, Input(4)]
            [Add]
            partial class Net;
            """,
            "Add",
            "Add() names no layer, so there is nothing to add. Name one above it, such as [Add(\"name\")]."),
        new(
            "NETG212",
            """
            [Network, Input(4)]
            [Dense(8, Name = "A")]
            [Dense(8, Name = "B")]
            [Loss(Loss.MeanSquaredError, From = "B")]
            [Loss(Loss.HalfSquaredError, From = "B")]
            partial class Net;
            """,
            "Loss(Loss.HalfSquaredError, From = \"B\")",
            "Loss(HalfSquaredError) judges \"B\", and so does Loss(MeanSquaredError). Every loss judges a layer of its own: name another in From, such as \"A\", or remove one of the two."),
        new(
            "NETG004",
            """
            [Input(4), Dense(2)]
            partial class Net;
            """,
            "Input(4)",
            "`Net` carries [Input] but not [Network], so no network is made of it. Write [Network] above the same declaration."),
        new(
            "NETG024",
            """
            [Layers, Input(4)]
            [Dense(4)]
            static class Unit;
            """,
            "Input(4)",
            "`Unit` carries [Layers] and [Input], but input and loss of a block are those of the network that repeats it. Remove [Input]."),
        new(
            "NETG111",
            """
            [Network, Input(12)]
            [MaxPool2D(2)]
            partial class Net;
            """,
            "MaxPool2D(2)",
            "MaxPool2D(2) takes an image [channels, height, width], but its input is [12]. Put [Reshape(1, 2, 6)] before it, or other sizes whose product is 12."),
        new(
            "NETG128",
            """
            [Network(Streaming = true), Input(100, 3)]
            [Reshape(100, 3)]
            [GRU(4)]
            partial class Net;
            """,
            "Reshape(100, 3)",
            "Reshape(100, 3) cannot stream: its input is [100, 3] already. Remove it, or remove Streaming from [Network]."),
        new(
            "NETG202",
            """
            [Network, Input(4)]
            [Dense(3, Activation.Softmax)]
            [Loss(Loss.BinaryCrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy)",
            "Loss.BinaryCrossEntropy does not fit `Net`, whose last layer Dense(3, Softmax) is a softmax over [3]. Use Loss.CrossEntropy, or Activation.Sigmoid in place of the softmax."),
        new(
            "NETG204",
            """
            [Network, Input(4)]
            [Dense(1)]
            [Loss(Loss.CrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy)",
            "Loss.CrossEntropy needs at least 2 classes, but the output of `Net` is [1]. Use [Dense(2, Activation.Softmax)], or Activation.Sigmoid with Loss.BinaryCrossEntropy."),
    ];
}
