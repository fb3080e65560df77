using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>Mistakes, each with the one message it gives.</summary>
internal static class DiagnosticCases
{
    public static readonly DiagnosticCase[] All =
    [
        .. BlockCases.All,
        .. GraphCases.All,
        .. StreamingCases.All,
        .. PenaltyCases.All,
        .. GpuCases.All,
        new(
            "NETG001",
            """
            [Network, Input(4)]
            [Dense(2)]
            class Net;
            """,
            "Net",
            "`Net` carries [Network] but is not partial, so its members cannot be added. Write `partial class Net`."),
        new(
            "NETG002",
            """
            class Outer
            {
                [Network, Input(4)]
                [Dense(2)]
                partial class Net;
            }
            """,
            "Net",
            "`Net` lies inside `class Outer`, which is not partial, so its members cannot be added. Write `partial class Outer`."),
        new(
            "NETG002",
            """
            partial class Outer
            {
                record struct Middle
                {
                    [Network, Input(4)]
                    [Dense(2)]
                    public partial class Net;
                }
            }
            """,
            "Net",
            "`Net` lies inside `record struct Middle`, which is not partial, so its members cannot be added. Write `partial record struct Middle`."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            static partial class Net;
            """,
            "Net",
            "`Net` is static, but a network is an object that holds its parameters. Remove `static`."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            abstract partial class Net;
            """,
            "Net",
            "`Net` is abstract, but a network is made with `new`. Remove `abstract`."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            partial record Net;
            """,
            "Net",
            "`Net` is a record, which is copied and compared by value, while a network owns its parameters. Write `class` instead of `record`."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            partial class Net<T>;
            """,
            "Net",
            "`Net` is generic, but a network is compiled for one number type. Remove the type parameters."),
        new(
            "NETG003",
            """
            partial class Outer<T>
            {
                [Network, Input(4)]
                [Dense(2)]
                partial class Net;
            }
            """,
            "Net",
            "`Net` lies inside a generic type, but a network is compiled once. Move it out of that type, or remove the type parameters there."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            file partial class Net;
            """,
            "Net",
            "`Net` is visible in its own file only, and the generated part is another file. Write `internal` instead of `file`."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            partial class Net(int size)
            {
                public int Size => size;
            }
            """,
            "Net",
            "`Net` has a primary constructor, which every other would have to call, the one that NetGen writes too. Write it as an ordinary constructor with `: this(seed: 0UL)` behind its parameters."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            partial class Net : Base;

            [Network, Input(4)]
            [Dense(2)]
            partial class Base;
            """,
            "Net",
            "`Net` derives from another network, whose members it would repeat. Remove that base, and hold the other network in a field."),
        new(
            "NETG003",
            """
            [Network, Input(4)]
            [Dense(2)]
            partial class Net : Base
            {
                private Net()
                    : base(3)
                {
                }
            }

            class Base
            {
                protected Base(int size)
                {
                }
            }
            """,
            "Net",
            "`Net` derives from a class whose constructors all have parameters, but the constructor that NetGen writes calls one without. Add a constructor without parameters to the base class."),
        new(
            "NETG004",
            """
            [Obsolete]
            [Dense(2)]
            [Loss(Loss.MeanSquaredError)]
            partial class Net;
            """,
            "Dense(2)",
            "`Net` carries [Dense] but not [Network], so no network is made of it. Write [Network, Input(n)] above the same declaration."),
        new(
            "NETG005",
            """
            [Network, Input(4)]
            [Dense(2)]
            partial class Net;

            [Dropout(0.5)]
            partial class Net;
            """,
            "Dropout(0.5)",
            "[Dropout] stands on another part of `Net` than [Network], but C# gives parts no order. Move it to its place on the part with [Network]."),
        new(
            "NETG005",
            """
            [Network]
            [Dense(2)]
            partial class Net;

            [Input(4)]
            partial class Net;
            """,
            "Input(4)",
            "[Input] stands on another part of `Net` than [Network], but C# gives parts no order. Move it to its place on the part with [Network]."),
        new(
            "NETG006",
            """
            [Network]
            [Dense(2)]
            partial class Net;
            """,
            "Network",
            "`Net` does not say what goes in. Add [Input(n)] with the size of one example, such as [Input(784)] or [Input(28, 28)]."),
        new(
            "NETG007",
            """
            [Network, Input(4), Loss(Loss.MeanSquaredError)]
            partial class Net;
            """,
            "Network",
            "`Net` has no layer, so there is nothing to compute. Add one, such as [Dense(10)]."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4, Name = "skip")]
            [Dense(4)]
            [Add("skpi")]
            [Dense(2)]
            partial class Net;
            """,
            """Add("skpi")""",
            """Add("skpi") takes "skpi", but nothing in `Net` has that name. Did you mean "skip"? Name one above it: "input" or "skip"."""),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Dense(4)]
            [Dense(4)]
            [Dense(4)]
            [Dense(4)]
            [Dense(4)]
            [Dense(4)]
            [Dense(2, From = "nowhere")]
            partial class Net;
            """,
            """Dense(2, From = "nowhere")""",
            """Dense(2) takes "nowhere", but nothing in `Net` has that name. Name one above it: "Dense7", or remove From."""),
        new(
            "NETG009",
            """
            [Network, Input(4)]
            [Dense(4, Name = "same")]
            [Dense(3, Name = "same")]
            partial class Net;
            """,
            """Dense(3, Name = "same")""",
            """Dense(3) is named "same", and so is Dense(4). Set another Name on one of them."""),
        new(
            "NETG009",
            """
            [Network, Input(4)]
            [Dense(4, Activation.ReLU, Name = "Dense2")]
            [Dense(3)]
            partial class Net;
            """,
            """Dense(4, Activation.ReLU, Name = "Dense2")""",
            """Dense(4, ReLU) is named "Dense2", and so, by default, is Dense(3). Set another Name on one of them."""),
        new(
            "NETG009",
            """
            [Network, Input(4)]
            [Dense(4, Name = "input")]
            partial class Net;
            """,
            """Dense(4, Name = "input")""",
            """Dense(4) is named "input", and so, by default, is [Input]. Set another Name on one of them."""),
        new(
            "NETG009",
            """
            [Network, Input(4, Name = "Dense1")]
            [Dense(4)]
            partial class Net;
            """,
            """Input(4, Name = "Dense1")""",
            """[Input] is named "Dense1", and so, by default, is Dense(4). Set another Name on one of them."""),
        new(
            "NETG010",
            """
            [Network, Input(4)]
            [Dense(4, Name = "first layer")]
            partial class Net;
            """,
            """Dense(4, Name = "first layer")""",
            """Dense(4) has Name = "first layer", which is not a C# identifier. Use letters, digits and underscores, a letter first, such as "Dense1"."""),
        new(
            "NETG010",
            """
            [Network, Input(2, 2)]
            [Flatten(Name = "class")]
            partial class Net;
            """,
            """Flatten(Name = "class")""",
            """Flatten has Name = "class", which is a keyword of C#. Use letters, digits and underscores, a letter first, such as "Flatten1"."""),
        new(
            "NETG010",
            """
            [Network, Input(4)]
            [Dense(4, Name = "class")]
            partial class @class;
            """,
            """Dense(4, Name = "class")""",
            """Dense(4) has Name = "class", which is a keyword of C#. Use letters, digits and underscores, a letter first, such as "Dense1"."""),
        new(
            "NETG010",
            """
            [Network, Input(4)]
            [Dense(4, Name = "")]
            partial class Net;
            """,
            """Dense(4, Name = "")""",
            """Dense(4) has Name = "", which is empty. Use letters, digits and underscores, a letter first, such as "Dense1"."""),
        new(
            "NETG010",
            """
            [Network, Input(4, Name = "3d")]
            [Dense(4)]
            partial class Net;
            """,
            """Input(4, Name = "3d")""",
            """[Input] has Name = "3d", which begins with a digit. Use letters, digits and underscores, a letter first, such as "input"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4, Name = "Forward")]
            partial class Net;
            """,
            """Dense(4, Name = "Forward")""",
            """Dense(4) is named "Forward", which is already a member that NetGen adds to every network. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4, Name = "Net")]
            partial class Net;
            """,
            """Dense(4, Name = "Net")""",
            """Dense(4) is named "Net", which is already the name of the class. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Net
            {
                public int Dense1 => 1;
            }
            """,
            "Dense(4)",
            """Dense(4) is by default named "Dense1", which is already a member that `Net` declares or inherits. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4, Name = "ToString")]
            partial class Net;
            """,
            """Dense(4, Name = "ToString")""",
            """Dense(4) is named "ToString", which is already a member that `Net` declares or inherits. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(3, Activation.ReLU, Name = "Loss")]
            [Dense(2, Initializer = Initializer.Normal)]
            [Loss(Loss.AbsoluteError, Reduction = Reduction.Sum)]
            partial class Net
            {
            }
            """,
            """Dense(3, Activation.ReLU, Name = "Loss")""",
            """Dense(3, ReLU) is named "Loss", which would hide the enum Loss from the attributes of the class. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(3, Activation.ReLU, Name = "Activation")]
            [Dense(2, Initializer = Initializer.Normal)]
            [Loss(Loss.AbsoluteError, Reduction = Reduction.Sum)]
            partial class Net
            {
            }
            """,
            """Dense(3, Activation.ReLU, Name = "Activation")""",
            """Dense(3, ReLU) is named "Activation", which would hide the enum Activation from the attributes of the class. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(3, Activation.ReLU, Name = "Initializer")]
            [Dense(2, Initializer = Initializer.Normal)]
            [Loss(Loss.AbsoluteError, Reduction = Reduction.Sum)]
            partial class Net
            {
            }
            """,
            """Dense(3, Activation.ReLU, Name = "Initializer")""",
            """Dense(3, ReLU) is named "Initializer", which would hide the enum Initializer from the attributes of the class. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(3, Activation.ReLU, Name = "Reduction")]
            [Dense(2, Initializer = Initializer.Normal)]
            [Loss(Loss.AbsoluteError, Reduction = Reduction.Sum)]
            partial class Net
            {
            }
            """,
            """Dense(3, Activation.ReLU, Name = "Reduction")""",
            """Dense(3, ReLU) is named "Reduction", which would hide the enum Reduction from the attributes of the class. Choose another with Name = "…"."""),
        new(
            "NETG012",
            """
            [Network, Input(4)]
            [Dense(4, From = "late")]
            [Dense(4, Name = "late")]
            partial class Net;
            """,
            """Dense(4, From = "late")""",
            """Dense(4) takes "late", which is Dense(4) below it. A network is read from top to bottom. Move that one above it, or name one above it: "input", or remove From."""),
        new(
            "NETG012",
            """
            [Network, Input(4)]
            [Dense(4, Activation.ReLU, From = "self", Name = "self")]
            partial class Net;
            """,
            """Dense(4, Activation.ReLU, From = "self", Name = "self")""",
            """Dense(4, ReLU) takes "self", which is this layer itself. A network is read from top to bottom. Name one above it: "input", or remove From."""),
        new(
            "NETG013",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Add]
            partial class Net;
            """,
            "Add",
            """Add() names no layer, so there is nothing to add. Name one above it, such as [Add("input")]."""),
        new(
            "NETG013",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Concat()]
            partial class Net;
            """,
            "Concat()",
            """Concat() names no layer, so there is nothing to join. Name one above it, such as [Concat("input")]."""),
        new(
            "NETG013",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Add(null!)]
            partial class Net;
            """,
            "Add(null!)",
            """Add(null) names no layer, so there is nothing to add. Name one above it, such as [Add("input")]."""),
        new(
            "NETG014",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Add("")]
            partial class Net;
            """,
            """Add("")""",
            """Add("") takes a layer without saying its name. Name one above it: "input"."""),
        new(
            "NETG014",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Concat("input", null!)]
            partial class Net;
            """,
            """Concat("input", null!)""",
            """Concat("input", null) takes a layer without saying its name. Name one above it: "input", or remove that name."""),
        new(
            "NETG014",
            """
            [Network, Input(4)]
            [Dense(4, From = "")]
            partial class Net;
            """,
            """Dense(4, From = "")""",
            """Dense(4) takes a layer without saying its name. Name one above it: "input", or remove From."""),
        new(
            "NETG015",
            """
            [Network, Input(4)]
            [Dense(8, Activation.ReLU)]
            [Dense(2, From = "input")]
            partial class Net;
            """,
            "Dense(8, Activation.ReLU)",
            "Dense(8, ReLU) gives [8], but no layer takes it: Dense(2) below it has From = \"input\". Remove that From, or name \"Dense1\" in From, [Add] or [Concat], or remove Dense(8, ReLU)."),
        new(
            "NETG016",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Activate((Activation)42)]
            partial class Net;
            """,
            "Activate((Activation)42)",
            "Activate(42) asks for member 42 of Activation, which does not exist. Use one by its name, such as Activation.ReLU."),
        new(
            "NETG016",
            """
            [Network, Input(4)]
            [Dense(4, (Activation)(-1))]
            partial class Net;
            """,
            "Dense(4, (Activation)(-1))",
            "Dense(4, -1) asks for member -1 of Activation, which does not exist. Use one by its name, such as Activation.ReLU."),
        new(
            "NETG016",
            """
            [Network, Input(4)]
            [Dense(4, Initializer = (Initializer)99)]
            partial class Net;
            """,
            "Dense(4, Initializer = (Initializer)99)",
            "Dense(4) asks for member 99 of Initializer, which does not exist. Use one by its name, such as Initializer.Auto."),
        new(
            "NETG016",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Loss((Loss)9)]
            partial class Net;
            """,
            "Loss((Loss)9)",
            "Loss(9) asks for member 9 of Loss, which does not exist. Use one by its name, such as Loss.MeanSquaredError."),
        new(
            "NETG016",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Loss(Loss.MeanSquaredError, Reduction = (Reduction)5)]
            partial class Net;
            """,
            "Loss(Loss.MeanSquaredError, Reduction = (Reduction)5)",
            "Loss(MeanSquaredError) asks for member 5 of Reduction, which does not exist. Use one by its name, such as Reduction.Mean."),
        new(
            "NETG017",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Net
            {
                public int InputSize => 4;
            }
            """,
            "Net",
            "`Net` declares or inherits `InputSize`, which NetGen adds to it too. Rename or remove that member where it is declared."),
        new(
            "NETG017",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Net : Base;

            class Base
            {
                protected ulong Seed;
            }
            """,
            "Net",
            "`Net` declares or inherits `Seed`, which NetGen adds to it too. Rename or remove that member where it is declared."),
        new(
            "NETG017",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Net
            {
                public Net(ulong seed)
                {
                }
            }
            """,
            "Net",
            "`Net` declares or inherits `Net(ulong)`, which NetGen adds to it too. Remove it, or give it another parameter and write `: this(seed)` behind them."),
        new(
            "NETG018",
            """
            [Network, Input(4)]
            [Dense(4, Activation.ReLU, Slope = 0.2)]
            partial class Net;
            """,
            "Dense(4, Activation.ReLU, Slope = 0.2)",
            "Dense(4, ReLU) sets Slope = 0.2, but Activation.ReLU has no slope. Use Activation.LeakyReLU or Activation.ELU, or remove Slope."),
        new(
            "NETG018",
            """
            [Network, Input(4)]
            [Dense(4, Slope = 0.2)]
            partial class Net;
            """,
            "Dense(4, Slope = 0.2)",
            "Dense(4) sets Slope = 0.2, but Activation.Identity, the default, has no slope. Use Activation.LeakyReLU or Activation.ELU, or remove Slope."),
        new(
            "NETG018",
            """
            [Network, Input(4)]
            [Activate(Activation.Tanh, Slope = 0.01)]
            partial class Net;
            """,
            "Activate(Activation.Tanh, Slope = 0.01)",
            "Activate(Tanh) sets Slope = 0.01, but Activation.Tanh has no slope. Use Activation.LeakyReLU or Activation.ELU, or remove Slope."),
        new(
            "NETG101",
            """
            [Network, Input(4)]
            [Dense(128)]
            [Dense(0)]
            partial class Net;
            """,
            "Dense(0)",
            "Dense(0) has 0 units. Use at least 1."),
        new(
            "NETG101",
            """
            [Network, Input(4)]
            [Dense(-3, Activation.ReLU)]
            [Dense(2)]
            partial class Net;
            """,
            "Dense(-3, Activation.ReLU)",
            "Dense(-3, ReLU) has -3 units. Use at least 1."),
        new(
            "NETG102",
            """
            [Network, Input(0)]
            [Dense(4)]
            partial class Net;
            """,
            "Input(0)",
            "[Input(0)] of `Net` has an axis of size 0. Give every axis a size of at least 1, such as [Input(784)] or [Input(28, 28)]."),
        new(
            "NETG102",
            """
            [Network, Input]
            [Dense(4)]
            partial class Net;
            """,
            "Input",
            "[Input()] of `Net` says no size. Give every axis a size of at least 1, such as [Input(784)] or [Input(28, 28)]."),
        new(
            "NETG102",
            """
            [Network, Input(28, -1)]
            [Flatten]
            [Dense(4)]
            partial class Net;
            """,
            "Input(28, -1)",
            "[Input(28, -1)] of `Net` has an axis of size -1. Give every axis a size of at least 1, such as [Input(784)] or [Input(28, 28)]."),
        new(
            "NETG102",
            """
            [Network, Input(null!)]
            [Dense(4)]
            partial class Net;
            """,
            "Input(null!)",
            "[Input()] of `Net` says no size. Give every axis a size of at least 1, such as [Input(784)] or [Input(28, 28)]."),
        new(
            "NETG103",
            """
            [Network, Input(4)]
            [Reshape]
            [Flatten]
            partial class Net;
            """,
            "Reshape",
            "Reshape() has no axis; its input is [4]. Use sizes of at least 1, whose product is 4."),
        new(
            "NETG103",
            """
            [Network, Input(4)]
            [Reshape(-2, 2)]
            [Flatten]
            partial class Net;
            """,
            "Reshape(-2, 2)",
            "Reshape(-2, 2) has an axis of size -2; its input is [4]. Use sizes of at least 1, whose product is 4."),
        new(
            "NETG104",
            """
            [Network, Input(28, 28)]
            [Dense(128)]
            [Dense(10)]
            partial class Net;
            """,
            "Dense(128)",
            "Dense(128) takes a vector, but its input is [28, 28]. Put [Flatten] before it, which makes [784], or set PerStep = true, which takes each row by itself and makes [28, 128]."),
        new(
            "NETG105",
            """
            [Network, Input(4)]
            [Dense(8, Name = "wide")]
            [Dense(4)]
            [Add("wide")]
            partial class Net;
            """,
            """Add("wide")""",
            """Add("wide") cannot add "Dense2" [4] and "wide" [8]: it can add equal shapes only. Give the layers the same sizes, or join them with [Concat]."""),
        new(
            "NETG106",
            """
            [Network, Input(4, 5, Name = "image")]
            [Flatten]
            [Dense(6)]
            [Reshape(2, 3)]
            [Concat("image", Axis = 1)]
            partial class Net;
            """,
            """Concat("image", Axis = 1)""",
            """Concat("image") cannot join "Reshape1" [2, 3] and "image" [4, 5] along axis 1: all other axes must be equal, but axis 0 is 2 in one and 4 in another. Make them equal, or join vectors, each from a [Flatten] with a Name."""),
        new(
            "NETG106",
            """
            [Network, Input(4, 5, Name = "image")]
            [Flatten]
            [Dense(6)]
            [Concat("image")]
            partial class Net;
            """,
            """Concat("image")""",
            """Concat("image") cannot join "Dense1" [6] and "image" [4, 5] along axis 0: all other axes must be equal, but one has 1 axis and another 2 axes. Make them equal, or join vectors, each from a [Flatten] with a Name."""),
        new(
            "NETG107",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Concat("input", Axis = 1)]
            partial class Net;
            """,
            """Concat("input", Axis = 1)""",
            """Concat("input") joins along axis 1, but its input is [4], which has axis 0 only. Set Axis to 0."""),
        new(
            "NETG107",
            """
            [Network, Input(2, 2)]
            [Activate(Activation.Tanh)]
            [Concat("input", Axis = -1)]
            partial class Net;
            """,
            """Concat("input", Axis = -1)""",
            """Concat("input") joins along axis -1, but its input is [2, 2], which has axes 0 and 1. Set Axis to 0 or 1, counted from the first."""),
        new(
            "NETG108",
            """
            [Network, Input(784)]
            [Reshape(28, 27)]
            [Flatten]
            [Reshape(783)]
            partial class Net;
            """,
            "Reshape(28, 27)",
            "Reshape(28, 27) holds 28 · 27 = 756 elements, but its input is [784], which holds 784. Choose sizes whose product is 784."),
        new(
            "NETG109",
            """
            [Network, Input(4)]
            [Flatten]
            [Dense(4)]
            partial class Net;
            """,
            "Flatten",
            "Flatten makes a vector, but its input is [4], which is one already. Remove it."),
        new(
            "NETG110",
            """
            [Network, Input(9)]
            [Embedding(26, 5)]
            [GRU(7, Sequence = true)]
            [Dense(26, Activation.Softmax, PerStep = true)]
            partial class Net;
            """,
            "Dense(26, Activation.Softmax, PerStep = true)",
            "Dense(26, Softmax, PerStep) takes a vector, but its input is [9, 26]. A softmax of every step cannot be declared: remove PerStep and put [Flatten] before it, which makes [234], or choose another activation."),
        new(
            "NETG110",
            """
            [Network, Input(2, 5)]
            [Activate(Activation.Softmax)]
            partial class Net;
            """,
            "Activate(Activation.Softmax)",
            "Activate(Softmax) takes a vector, but its input is [2, 5]. Put [Flatten] before it, which makes [10]."),
        new(
            "NETG111",
            """
            [Network, Input(784)]
            [Conv2D(6, 5)]
            partial class Net;
            """,
            "Conv2D(6, 5)",
            "Conv2D(6, 5) takes an image [channels, height, width], but its input is [784]. Put [Reshape(1, 28, 28)] before it, or other sizes whose product is 784."),
        new(
            "NETG111",
            """
            [Network, Input(28, 20)]
            [Conv2D(6, 5)]
            partial class Net;
            """,
            "Conv2D(6, 5)",
            "Conv2D(6, 5) takes an image [channels, height, width], but its input is [28, 20]. Put [Reshape(1, 28, 20)] before it, or other sizes whose product is 560."),
        new(
            "NETG111",
            """
            [Network, Input(2, 3, 4, 5)]
            [Conv2D(6, 3, 2)]
            partial class Net;
            """,
            "Conv2D(6, 3, 2)",
            "Conv2D(6, 3, 2) takes an image [channels, height, width], but its input is [2, 3, 4, 5]. Put [Reshape(2, 3, 20)] before it, or other sizes whose product is 120."),
        new(
            "NETG111",
            """
            [Network, Input(100)]
            [Conv1D(6, 5, Activation.ReLU)]
            partial class Net;
            """,
            "Conv1D(6, 5, Activation.ReLU)",
            "Conv1D(6, 5, ReLU) takes a signal [channels, length], but its input is [100]. Put [Reshape(1, 100)] before it, or other sizes whose product is 100."),
        new(
            "NETG111",
            """
            [Network, Input(3, 8, 8)]
            [Conv1D(6, 5)]
            partial class Net;
            """,
            "Conv1D(6, 5)",
            "Conv1D(6, 5) takes a signal [channels, length], but its input is [3, 8, 8]. Use [Conv2D], which takes images."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8, 8)]
            [Conv2D(0, 5)]
            partial class Net;
            """,
            "Conv2D(0, 5)",
            "Conv2D(0, 5) has channels = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8, 8)]
            [Conv2D(4, 0)]
            partial class Net;
            """,
            "Conv2D(4, 0)",
            "Conv2D(4, 0) has kernel = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8)]
            [Conv1D(4, -3)]
            partial class Net;
            """,
            "Conv1D(4, -3)",
            "Conv1D(4, -3) has kernel = -3, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8, 8)]
            [Conv2D(4, 3, StrideWidth = 0)]
            partial class Net;
            """,
            "Conv2D(4, 3, StrideWidth = 0)",
            "Conv2D(4, 3) has StrideWidth = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8, 8)]
            [Conv2D(4, 3, Padding = -1)]
            partial class Net;
            """,
            "Conv2D(4, 3, Padding = -1)",
            "Conv2D(4, 3) has Padding = -1, which must be at least 0."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8)]
            [Conv1D(4, 3, Dilation = 0)]
            partial class Net;
            """,
            "Conv1D(4, 3, Dilation = 0)",
            "Conv1D(4, 3) has Dilation = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8)]
            [Conv1D(4, 3, Groups = 0)]
            partial class Net;
            """,
            "Conv1D(4, 3, Groups = 0)",
            "Conv1D(4, 3) has Groups = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8)]
            [Conv1D(4, 3, Padding = 2000000000)]
            partial class Net;
            """,
            "Conv1D(4, 3, Padding = 2000000000)",
            "Conv1D(4, 3) has Padding = 2,000,000,000, which must be at most 268,435,456."),
        new(
            "NETG112",
            """
            [Network, Input(1, 8)]
            [Conv1D(4, 1000000, Dilation = 1000000)]
            partial class Net;
            """,
            "Conv1D(4, 1000000, Dilation = 1000000)",
            "Conv1D(4, 1000000) has a span of Dilation·(kernel − 1) + 1 = 999,999,000,001, which must be at most 268,435,456."),
        new(
            "NETG113",
            """
            [Network, Input(1, 3, 8)]
            [Conv2D(6, 5)]
            partial class Net;
            """,
            "Conv2D(6, 5)",
            "Conv2D(6, 5) spans 5 rows, but its input [1, 3, 8] has only 3. Use kernelHeight = 3, or PaddingHeight = 1, for an output of 3 + 2·1 − 5 + 1 = 1."),
        new(
            "NETG113",
            """
            [Network, Input(1, 12)]
            [Conv1D(6, 5, Dilation = 4, Padding = 1)]
            partial class Net;
            """,
            "Conv1D(6, 5, Dilation = 4, Padding = 1)",
            "Conv1D(6, 5) spans 4·(5 − 1) + 1 = 17 steps, but its input [1, 12] has only 12 + 2·1 = 14 with its padding. Use kernel = 4, or Padding = 3, for an output of 12 + 2·3 − (4·(5 − 1) + 1) + 1 = 2."),
        new(
            "NETG113",
            """
            [Network, Input(1, 8, 1)]
            [Conv2D(6, 3, 2)]
            partial class Net;
            """,
            "Conv2D(6, 3, 2)",
            "Conv2D(6, 3, 2) spans 2 columns, but its input [1, 8, 1] has only 1. Use kernelWidth = 1, or PaddingWidth = 1, for an output of 1 + 2·1 − 2 + 1 = 2."),
        new(
            "NETG113",
            """
            [Network, Input(1, 3, 3)]
            [Conv2D(6, 5)]
            partial class Net;
            """,
            "Conv2D(6, 5)",
            "Conv2D(6, 5) spans 5 rows and columns, but its input [1, 3, 3] has only 3. Use kernel = 3, or Padding = 1, for an output of 3 + 2·1 − 5 + 1 = 1."),
        new(
            "NETG114",
            """
            [Network, Input(1, 28, 28)]
            [Conv2D(8, 3, Stride = 2)]
            partial class Net;
            """,
            "Conv2D(8, 3, Stride = 2)",
            "Conv2D(8, 3) leaves 1 of 28 rows and columns unread: ⌊(28 − 3)/2⌋ + 1 = 13, and the last window ends at (13 − 1)·2 + 3 = 27. Set Padding = 1, for an output of ⌊(28 + 2·1 − 3)/2⌋ + 1 = 14, or give it 27 or 29 rows and columns, or accept it with Truncate = true."),
        new(
            "NETG114",
            """
            [Network, Input(1, 9, 14)]
            [Conv2D(8, 3, 5, Stride = 3, PaddingWidth = 1)]
            partial class Net;
            """,
            "Conv2D(8, 3, 5, Stride = 3, PaddingWidth = 1)",
            "Conv2D(8, 3, 5) leaves 1 of 14 columns unread: ⌊(14 + 2·1 − 5)/3⌋ + 1 = 4, and the last window ends at (4 − 1)·3 + 5 − 1 = 13. Set PaddingWidth = 2, for an output of ⌊(14 + 2·2 − 5)/3⌋ + 1 = 5, or give it 13 or 15 columns, or accept it with Truncate = true."),
        new(
            "NETG114",
            """
            [Network, Input(2, 20)]
            [Conv1D(8, 3, Stride = 4, Causal = true)]
            partial class Net;
            """,
            "Conv1D(8, 3, Stride = 4, Causal = true)",
            "Conv1D(8, 3) leaves 2 of 20 steps unread: ⌊(20 + 2 − 3)/4⌋ + 1 = 5, and the last window ends at (5 − 1)·4 + 3 − 2 = 17, behind which the stride passes over 4 − 3 = 1. Give it 18 or 21 steps, or accept it with Truncate = true."),
        new(
            "NETG114",
            """
            [Network, Input(2, 20)]
            [Conv1D(8, 3, Stride = 6, Dilation = 3)]
            partial class Net;
            """,
            "Conv1D(8, 3, Stride = 6, Dilation = 3)",
            "Conv1D(8, 3) leaves 1 of 20 steps unread: ⌊(20 − (3·(3 − 1) + 1))/6⌋ + 1 = 3, and the last window ends at (3 − 1)·6 + (3·(3 − 1) + 1) = 19. Set Padding = 3, for an output of ⌊(20 + 2·3 − (3·(3 − 1) + 1))/6⌋ + 1 = 4, or give it 19 or 25 steps, or accept it with Truncate = true."),
        new(
            "NETG115",
            """
            [Network, Input(8, 5, 5)]
            [Conv2D(6, 3, Groups = 3)]
            partial class Net;
            """,
            "Conv2D(6, 3, Groups = 3)",
            "Conv2D(6, 3) has Groups = 3, which does not divide its 8 input channels: 8 = 3·2 + 2. Use Groups = 1 or 2, for 8 input and 6 output channels, or other input channels."),
        new(
            "NETG115",
            """
            [Network, Input(8, 5)]
            [Conv1D(6, 3, Groups = 4)]
            partial class Net;
            """,
            "Conv1D(6, 3, Groups = 4)",
            "Conv1D(6, 3) has Groups = 4, which does not divide its 6 output channels: 6 = 4·1 + 2. Use Groups = 1 or 2, for 8 input and 6 output channels, or channels = 4."),
        new(
            "NETG115",
            """
            [Network, Input(3, 5)]
            [Conv1D(4, 3, Groups = 3)]
            partial class Net;
            """,
            "Conv1D(4, 3, Groups = 3)",
            "Conv1D(4, 3) has Groups = 3, which does not divide its 4 output channels: 4 = 3·1 + 1. Use Groups = 1, for 3 input and 4 output channels, or channels = 3."),
        new(
            "NETG115",
            """
            [Network, Input(8, 5, 5)]
            [ConvTranspose2D(6, 3, Groups = 3)]
            partial class Net;
            """,
            "ConvTranspose2D(6, 3, Groups = 3)",
            "ConvTranspose2D(6, 3) has Groups = 3, which does not divide its 8 input channels: 8 = 3·2 + 2. Use Groups = 1 or 2, for 8 input and 6 output channels, or other input channels."),
        new(
            "NETG120",
            """
            [Network, Input(1, 7, 7)]
            [ConvTranspose2D(6, 4, Stride = 2, OutputPadding = 2)]
            partial class Net;
            """,
            "ConvTranspose2D(6, 4, Stride = 2, OutputPadding = 2)",
            "ConvTranspose2D(6, 4) has OutputPadding = 2, which must be less than the larger of Stride = 2 and Dilation = 1. Use at most 1, or a larger Stride."),
        new(
            "NETG120",
            """
            [Network, Input(1, 7, 7)]
            [ConvTranspose2D(6, 4, OutputPaddingWidth = 1)]
            partial class Net;
            """,
            "ConvTranspose2D(6, 4, OutputPaddingWidth = 1)",
            "ConvTranspose2D(6, 4) has OutputPaddingWidth = 1, which must be less than the larger of StrideWidth = 1 and DilationWidth = 1. Remove it, or use StrideWidth = 2."),
        new(
            "NETG121",
            """
            [Network, Input(2, 4)]
            [ConvTranspose1D(6, 3, Padding = 3)]
            partial class Net;
            """,
            "ConvTranspose1D(6, 3, Padding = 3)",
            "ConvTranspose1D(6, 3) has Padding = 3, which leaves no output for the input [2, 4]: (4 − 1)·1 − 2·3 + 3 = 0. Use Padding = 2 at most, for an output of (4 − 1)·1 − 2·2 + 3 = 2."),
        new(
            "NETG122",
            """
            [Network]
            [Input(4, Name = "start")]
            [Input(7, 3, Name = "series")]
            [LSTM(4, State = "start")]
            partial class Net;
            """,
            "LSTM(4, State = \"start\")",
            "LSTM(4) has State = \"start\" and no Cell, but it starts from both or from neither. Add Cell with the name of a vector [4], such as [Input(4, Name = \"cell\")], or remove State."),
        new(
            "NETG123",
            """
            [Network]
            [Input(6, Name = "start")]
            [Input(7, 3, Name = "series")]
            [GRU(4, State = "start", Bidirectional = true)]
            partial class Net;
            """,
            "GRU(4, State = \"start\", Bidirectional = true)",
            "GRU(4) has State = \"start\", which is [6], but its state has 2·4 = 8 numbers. Make it a vector [8]."),
        new(
            "NETG124",
            """
            [Network]
            [Input(2, Name = "length")]
            [Input(7, 3, Name = "series")]
            [GRU(4, Lengths = "length")]
            partial class Net;
            """,
            "GRU(4, Lengths = \"length\")",
            "GRU(4) takes its lengths from \"length\", the input [2], but the length of a sequence is an input of one number. Declare [Input(1, Name = \"length\")]."),
        new(
            "NETG124",
            """
            [Network]
            [Input(7, 3, Name = "series")]
            [GRU(4, Lengths = "series")]
            partial class Net;
            """,
            "GRU(4, Lengths = \"series\")",
            "GRU(4) takes its lengths from \"series\", the input [7, 3], but the length of a sequence is an input of one number. Name one in Lengths, such as [Input(1, Name = \"length\")]."),
        new(
            "NETG124",
            """
            [Network, Input(7, 4)]
            [Attention(2)]
            [Attention(2, Lengths = "Attention1")]
            partial class Net;
            """,
            "Attention(2, Lengths = \"Attention1\")",
            "Attention(2) takes its lengths from \"Attention1\", a layer that gives [7, 4], but the length of a sequence is an input of one number. Name one in Lengths, such as [Input(1, Name = \"length\")]."),
        new(
            "NETG116",
            """
            [Network, Input(1, 28, 28)]
            [Conv2D(6, 5, Same = true, Stride = 2)]
            partial class Net;
            """,
            "Conv2D(6, 5, Same = true, Stride = 2)",
            "Conv2D(6, 5) sets Same, which keeps 28 rows and columns, and Stride = 2, which does not. Set Padding = 2 instead of Same, for an output of ⌊(28 + 2·2 − 5)/2⌋ + 1 = 14, or remove the stride."),
        new(
            "NETG117",
            """
            [Network, Input(1, 28, 28)]
            [Conv2D(6, 5, Same = true, Padding = 2)]
            partial class Net;
            """,
            "Conv2D(6, 5, Same = true, Padding = 2)",
            "Conv2D(6, 5) sets Same = true and Padding = 2, each of which decides the padding. Keep one."),
        new(
            "NETG117",
            """
            [Network, Input(1, 28)]
            [Conv1D(6, 5, Same = true, Causal = true)]
            partial class Net;
            """,
            "Conv1D(6, 5, Same = true, Causal = true)",
            "Conv1D(6, 5) sets Same = true and Causal = true, each of which decides the padding. Keep one: Same pads on both sides, Causal before the first step only."),
        new(
            "NETG117",
            """
            [Network, Input(1, 28)]
            [Conv1D(6, 5, Causal = true, Padding = 4)]
            partial class Net;
            """,
            "Conv1D(6, 5, Causal = true, Padding = 4)",
            "Conv1D(6, 5) sets Causal = true and Padding = 4, each of which decides the padding. Keep one."),
        new(
            "NETG111",
            """
            [Network, Input(28, 28)]
            [MaxPool2D(2)]
            partial class Net;
            """,
            """MaxPool2D(2)""",
            """MaxPool2D(2) takes an image [channels, height, width], but its input is [28, 28]. Put [Reshape(1, 28, 28)] before it, or other sizes whose product is 784."""),
        new(
            "NETG111",
            """
            [Network, Input(784)]
            [AveragePool2D(2, 3)]
            partial class Net;
            """,
            """AveragePool2D(2, 3)""",
            "AveragePool2D(2, 3) takes an image [channels, height, width], but its input is [784]. Put a [Reshape] before it, to an image [channels, height, width] with the product 784."),
        new(
            "NETG111",
            """
            [Network, Input(3, 8, 8)]
            [MaxPool1D(2)]
            partial class Net;
            """,
            """MaxPool1D(2)""",
            """MaxPool1D(2) takes a signal [channels, length], but its input is [3, 8, 8]. Use [MaxPool2D], which takes images."""),
        new(
            "NETG111",
            """
            [Network, Input(100)]
            [AveragePool1D(2)]
            partial class Net;
            """,
            """AveragePool1D(2)""",
            """AveragePool1D(2) takes a signal [channels, length], but its input is [100]. Put [Reshape(1, 100)] before it, or other sizes whose product is 100."""),
        new(
            "NETG111",
            """
            [Network, Input(2, 3, 4, 5)]
            [MaxPool2D(2)]
            partial class Net;
            """,
            """MaxPool2D(2)""",
            "MaxPool2D(2) takes an image [channels, height, width], but its input is [2, 3, 4, 5]. Put a [Reshape] before it, to an image [channels, height, width] with the product 120."),
        new(
            "NETG111",
            """
            [Network, Input(16)]
            [GlobalAveragePool]
            partial class Net;
            """,
            """GlobalAveragePool""",
            "GlobalAveragePool takes channels with at least one axis behind them, such as [channels, height, width], but its input is [16]. Put [Reshape(1, 16)] before it, or other sizes whose product is 16."),
        new(
            "NETG111",
            """
            [Network, Input(16)]
            [Upsample(2)]
            partial class Net;
            """,
            """Upsample(2)""",
            """Upsample(2) takes an image [channels, height, width] or a signal [channels, length], but its input is [16]. Put [Reshape(1, 16)] before it, or other sizes whose product is 16."""),
        new(
            "NETG111",
            """
            [Network, Input(2, 3, 4, 5)]
            [ZeroPad(1)]
            partial class Net;
            """,
            """ZeroPad(1)""",
            """ZeroPad(1) takes an image [channels, height, width] or a signal [channels, length], but its input is [2, 3, 4, 5]. Put [Reshape(2, 3, 20)] before it, or other sizes whose product is 120."""),
        new(
            "NETG111",
            """
            [Network, Input(2, 8)]
            [ZeroPad(1, 2, 3, 4)]
            partial class Net;
            """,
            """ZeroPad(1, 2, 3, 4)""",
            "ZeroPad(1, 2, 3, 4) takes an image [channels, height, width], but its input is [2, 8]. Use [ZeroPad(1, 2)], its left and right, for a signal."),
        new(
            "NETG112",
            """
            [Network, Input(3, 8, 8)]
            [MaxPool2D(0)]
            partial class Net;
            """,
            """MaxPool2D(0)""",
            "MaxPool2D(0) has kernel = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(3, 8, 8)]
            [AveragePool2D(2, -1)]
            partial class Net;
            """,
            """AveragePool2D(2, -1)""",
            "AveragePool2D(2, -1) has kernelWidth = -1, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(3, 8, 8)]
            [MaxPool2D(2, StrideHeight = 0)]
            partial class Net;
            """,
            """MaxPool2D(2, StrideHeight = 0)""",
            "MaxPool2D(2) has StrideHeight = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(3, 8)]
            [AveragePool1D(2, Padding = -1)]
            partial class Net;
            """,
            """AveragePool1D(2, Padding = -1)""",
            "AveragePool1D(2) has Padding = -1, which must be at least 0."),
        new(
            "NETG112",
            """
            [Network, Input(3, 8)]
            [Upsample(0)]
            partial class Net;
            """,
            """Upsample(0)""",
            "Upsample(0) has factor = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(3, 8, 8)]
            [ZeroPad(1, -1)]
            partial class Net;
            """,
            """ZeroPad(1, -1)""",
            "ZeroPad(1, -1) has right = -1, which must be at least 0."),
        new(
            "NETG113",
            """
            [Network, Input(16, 4, 4)]
            [MaxPool2D(5)]
            partial class Net;
            """,
            """MaxPool2D(5)""",
            "MaxPool2D(5) spans 5 rows and columns, but its input [16, 4, 4] has only 4. Use kernel = 4, or Padding = 1, for an output of ⌊(4 + 2·1 − 5)/5⌋ + 1 = 1."),
        new(
            "NETG113",
            """
            [Network, Input(1, 4, 9)]
            [AveragePool2D(8, 3, PaddingHeight = 1)]
            partial class Net;
            """,
            """AveragePool2D(8, 3, PaddingHeight = 1)""",
            "AveragePool2D(8, 3) spans 8 rows, but its input [1, 4, 9] has only 4 + 2·1 = 6 with its padding. Use kernelHeight = 6, or PaddingHeight = 2, for an output of (4 + 2·2 − 8)/8 + 1 = 1."),
        new(
            "NETG113",
            """
            [Network, Input(2, 3)]
            [MaxPool1D(4)]
            partial class Net;
            """,
            """MaxPool1D(4)""",
            "MaxPool1D(4) spans 4 steps, but its input [2, 3] has only 3. Use kernel = 3, or Padding = 1, for an output of ⌊(3 + 2·1 − 4)/4⌋ + 1 = 1."),
        new(
            "NETG118",
            """
            [Network, Input(3, 8, 8)]
            [AveragePool2D(3, Stride = 1, Padding = 2)]
            partial class Net;
            """,
            """AveragePool2D(3, Stride = 1, Padding = 2)""",
            """AveragePool2D(3) has Padding = 2, more than half of its kernel of 3: 2·2 = 4 > 3. Use Padding = 1 or less."""),
        new(
            "NETG118",
            """
            [Network, Input(3, 8, 8)]
            [MaxPool2D(2, PaddingWidth = 2)]
            partial class Net;
            """,
            """MaxPool2D(2, PaddingWidth = 2)""",
            """MaxPool2D(2) has PaddingWidth = 2, more than half of its kernel of 2: 2·2 = 4 > 2. Use PaddingWidth = 1 or less."""),
        new(
            "NETG118",
            """
            [Network, Input(3, 8)]
            [MaxPool1D(1, Padding = 1)]
            partial class Net;
            """,
            """MaxPool1D(1, Padding = 1)""",
            """MaxPool1D(1) has Padding = 1, more than half of its kernel of 1: 2·1 = 2 > 1. Use Padding = 0."""),
        new(
            "NETG114",
            """
            [Network, Input(6, 27, 27)]
            [MaxPool2D(2)]
            partial class Net;
            """,
            """MaxPool2D(2)""",
            "MaxPool2D(2) leaves 1 of 27 rows and columns unread: ⌊(27 − 2)/2⌋ + 1 = 13, and the last window ends at (13 − 1)·2 + 2 = 26. Set Padding = 1, for an output of ⌊(27 + 2·1 − 2)/2⌋ + 1 = 14, or give it 26 or 28 rows and columns, or accept it with Truncate = true."),
        new(
            "NETG114",
            """
            [Network, Input(1, 9, 8)]
            [MaxPool2D(4, 2)]
            partial class Net;
            """,
            """MaxPool2D(4, 2)""",
            "MaxPool2D(4, 2) leaves 1 of 9 rows unread: ⌊(9 − 4)/4⌋ + 1 = 2, and the last window ends at (2 − 1)·4 + 4 = 8. Set PaddingHeight = 2, for an output of ⌊(9 + 2·2 − 4)/4⌋ + 1 = 3, or give it 8 or 12 rows, or accept it with Truncate = true."),
        new(
            "NETG114",
            """
            [Network, Input(1, 8, 16)]
            [AveragePool2D(2, StrideWidth = 5)]
            partial class Net;
            """,
            """AveragePool2D(2, StrideWidth = 5)""",
            "AveragePool2D(2) leaves 1 of 16 columns unread: ⌊(16 − 2)/5⌋ + 1 = 3, and the last window ends at (3 − 1)·5 + 2 = 12, behind which the stride passes over 5 − 2 = 3. Set PaddingWidth = 1, for an output of ⌊(16 + 2·1 − 2)/5⌋ + 1 = 4, or give it 15 or 17 columns, or accept it with Truncate = true."),
        new(
            "NETG114",
            """
            [Network, Input(2, 12)]
            [AveragePool1D(3, Padding = 1, Stride = 3)]
            partial class Net;
            """,
            """AveragePool1D(3, Padding = 1, Stride = 3)""",
            "AveragePool1D(3) leaves 1 of 12 steps unread: ⌊(12 + 2·1 − 3)/3⌋ + 1 = 4, and the last window ends at (4 − 1)·3 + 3 − 1 = 11. Set Padding = 0, for an output of (12 − 3)/3 + 1 = 4, or give it 11 or 13 steps, or accept it with Truncate = true."),
        new(
            "NETG101",
            """
            [Network, Input(28, 3)]
            [LSTM(-1)]
            [Dense(2)]
            partial class Net;
            """,
            "LSTM(-1)",
            "LSTM(-1) has -1 units. Use at least 1."),
        new(
            "NETG119",
            """
            [Network, Input(784)]
            [LSTM(64)]
            [Dense(10)]
            partial class Net;
            """,
            "LSTM(64)",
            "LSTM(64) takes a sequence [steps, features], but its input is [784]. Put [Reshape(28, 28)] before it, for 28 · 28 = 784, or another split."),
        new(
            "NETG119",
            """
            [Network, Input(100, 3)]
            [GRU(64)]
            [Recurrent(7)]
            partial class Net;
            """,
            "Recurrent(7)",
            "Recurrent(7) takes a sequence [steps, features], but its input is [64]. Set Sequence = true on GRU(64), which then gives every step instead of the last."),
        new(
            "NETG119",
            """
            [Network, Input(3, 32, 20)]
            [GRU(64, Sequence = true)]
            partial class Net;
            """,
            "GRU(64, Sequence = true)",
            "GRU(64) takes a sequence [steps, features], but its input is [3, 32, 20]. Put [Reshape(3, 640)] before it, for 3 · 640 = 1,920, or another split."),
        new(
            "NETG119",
            """
            [Network, Input(24)]
            [Dense(64, PerStep = true)]
            [Flatten]
            partial class Net;
            """,
            "Dense(64, PerStep = true)",
            "Dense(64, PerStep) takes a sequence [steps, features], but its input is [24]. Put [Reshape(6, 4)] before it, for 6 · 4 = 24, or another split, or remove PerStep."),
        new(
            "NETG119",
            """
            [Network, Input(24)]
            [Attention(2)]
            partial class Net;
            """,
            "Attention(2)",
            "Attention(2) takes a sequence [steps, features], but its input is [24]. Put [Reshape(6, 4)] before it, for 6 · 4 = 24, or another split."),
        new(
            "NETG119",
            """
            [Network, Input(3, 4, 2)]
            [PositionalEncoding]
            partial class Net;
            """,
            "PositionalEncoding",
            "PositionalEncoding takes a sequence [steps, features], but its input is [3, 4, 2]. Put [Reshape(3, 8)] before it, for 3 · 8 = 24, or another split."),
        new(
            "NETG112",
            """
            [Network, Input(5, 4)]
            [Attention(0)]
            partial class Net;
            """,
            "Attention(0)",
            "Attention(0) has heads = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(5)]
            [Embedding(0, 4)]
            partial class Net;
            """,
            "Embedding(0, 4)",
            "Embedding(0, 4) has symbols = 0, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(5)]
            [Embedding(9, -1)]
            partial class Net;
            """,
            "Embedding(9, -1)",
            "Embedding(9, -1) has size = -1, which must be at least 1."),
        new(
            "NETG112",
            """
            [Network, Input(5)]
            [Embedding(16777217, 1)]
            partial class Net;
            """,
            "Embedding(16777217, 1)",
            "Embedding(16777217, 1) has symbols = 16,777,217, which must be at most 16,777,216."),
        new(
            "NETG125",
            """
            [Network, Input(12)]
            [Embedding(100, 8)]
            [Embedding(50, 4)]
            partial class Net;
            """,
            "Embedding(50, 4)",
            "Embedding(50, 4) takes symbols, which stand in the network's input, but Embedding(100, 8) computes other numbers from them. Remove Embedding(100, 8), or move it below."),
        new(
            "NETG125",
            """
            [Network, Input(12)]
            [Dense(12)]
            [Embedding(100, 8)]
            [GRU(4)]
            partial class Net;
            """,
            "Embedding(100, 8)",
            "Embedding(100, 8) takes symbols, which stand in the network's input, but Dense(12) computes other numbers from them. Remove Dense(12), or move it below."),
        new(
            "NETG125",
            """
            [Network, Input(3, 4)]
            [Dropout(0.5)]
            [Flatten]
            [Embedding(100, 8)]
            [GRU(4)]
            partial class Net;
            """,
            "Embedding(100, 8)",
            "Embedding(100, 8) takes symbols, which stand in the network's input, but Dropout(0.5) computes other numbers from them. Remove Dropout(0.5), or move it below."),
        new(
            "NETG126",
            """
            [Network, Input(1, 28, 28)]
            [Embedding(256, 8)]
            [GRU(16)]
            partial class Net;
            """,
            "Embedding(256, 8)",
            "Embedding(256, 8) takes a vector of symbols, but its input is [1, 28, 28]. Put [Flatten] before it, which makes [784]."),
        new(
            "NETG127",
            """
            [Network, Input(7, 12)]
            [Attention(5)]
            partial class Net;
            """,
            "Attention(5)",
            "Attention(5) has 5 heads, which do not divide the features of its input [7, 12]: 12 = 5·2 + 2. Use 1, 2, 3, 4, 6 or 12 heads, or another number of features."),
        new(
            "NETG127",
            """
            [Network, Input(7, 1)]
            [Attention(2)]
            partial class Net;
            """,
            "Attention(2)",
            "Attention(2) has 2 heads, which do not divide the features of its input [7, 1]: 1 = 2·0 + 1. Use 1 head, or another number of features."),
        new(
            "NETG302",
            """
            [Network, Input(5)]
            [Embedding(16777216, 17)]
            partial class Net;
            """,
            "Embedding(16777216, 17)",
            "Embedding(16777216, 17) needs 16,777,216 · 17 = 285,212,672 numbers for its parameters padded to a multiple of 16, which brings those of `Net`, from the top to here, to 285,212,672; NetGen compiles up to 268,435,456. Use smaller layers or inputs."),
        new(
            "NETG210",
            """
            [Network, Input(28, 28)]
            [Recurrent(16, Activation.Sigmoid)]
            [Dense(10)]
            partial class Net;
            """,
            "Recurrent(16, Activation.Sigmoid)",
            "Recurrent(16, Sigmoid) has Activation.Sigmoid, but the state of a simple recurrent layer goes through Activation.Tanh or Activation.ReLU. Use one of them."),
        new(
            "NETG302",
            """
            [Network, Input(70000000)]
            [BatchNorm]
            partial class Net;
            """,
            "BatchNorm",
            "BatchNorm needs 70,000,000 + 70,000,000 + 70,000,000 + 70,000,000 = 280,000,000 numbers for its parameters and statistics padded to a multiple of 16, which brings those of `Net`, from the top to here, to 280,000,000; NetGen compiles up to 268,435,456. Use smaller layers or inputs."),
        new(
            "NETG302",
            """
            [Network, Input(10, 20)]
            [LSTM(6000, Bidirectional = true)]
            partial class Net;
            """,
            "LSTM(6000, Bidirectional = true)",
            "LSTM(6000) needs 2 · 24,000 · (20 + 6,000 + 2) = 289,056,000 numbers for its parameters, with units padded to a multiple of 16, which brings those of `Net`, from the top to here, to 289,056,000; NetGen compiles up to 268,435,456. Use smaller layers or inputs."),
        new(
            "NETG301",
            """
            [Network, Input(2000000, 20)]
            [LSTM(100)]
            partial class Net;
            """,
            "LSTM(100)",
            "LSTM(100) brings an example of `Net` and its gradients, with what layers keep for the way back, to 2 · 40,000,112 + 1,344,000,864 = 1,424,001,088 numbers, rows padded to a multiple of 16; NetGen compiles up to 1,073,741,824. Use smaller sizes in the input or the layers."),
        new(
            "NETG130",
            """
            [Network, Input(3, 4)]
            [LayerNorm(Axes = 3)]
            partial class Net;
            """,
            """LayerNorm(Axes = 3)""",
            "LayerNorm normalizes the last 3 axes, but its input is [3, 4], which has 2 axes. Set Axes to 1 or 2."),
        new(
            "NETG112",
            """
            [Network, Input(3, 4)]
            [RMSNorm(Axes = 0)]
            partial class Net;
            """,
            """RMSNorm(Axes = 0)""",
            "RMSNorm has Axes = 0, which must be at least 1."),
        new(
            "NETG131",
            """
            [Network, Input(3)]
            [RMSNorm(Epsilon = -0.5)]
            partial class Net;
            """,
            """RMSNorm(Epsilon = -0.5)""",
            "RMSNorm sets Epsilon = -0.5, but it is what is added under the root, a finite number above 0. Use one such as 0.00001."),
        new(
            "NETG131",
            """
            [Network, Input(3)]
            [LayerNorm(Epsilon = 1e-60)]
            partial class Net;
            """,
            """LayerNorm(Epsilon = 1e-60)""",
            "LayerNorm sets Epsilon = 1E-60, which is 0 as a float, but it is what is added under the root, a finite number above 0. Use one such as 0.00001."),
        new(
            "NETG131",
            """
            [Network, Input(3)]
            [BatchNorm(Momentum = 0)]
            partial class Net;
            """,
            """BatchNorm(Momentum = 0)""",
            """BatchNorm sets Momentum = 0, but momentum is the part of a running average that each batch replaces, above 0 and up to 1. Use one such as 0.1."""),
        new(
            "NETG201",
            """
            [Network, Input(4)]
            [Dense(4, Activation.Softmax)]
            [Dropout(0.5)]
            [Loss(Loss.CrossEntropy)]
            partial class Net;
            """,
            "Dense(4, Activation.Softmax)",
            "Dense(4, Softmax) is followed by Dropout(0.5), but softmax can only be an output of the network, which no layer takes. Move it to the end, or use another activation here."),
        new(
            "NETG201",
            """
            [Network, Input(4)]
            [Activate(Activation.Softmax)]
            [Dense(4)]
            partial class Net;
            """,
            "Activate(Activation.Softmax)",
            "Activate(Softmax) is followed by Dense(4), but softmax can only be an output of the network, which no layer takes. Move it to the end, or use another activation here."),
        new(
            "NETG201",
            """
            [Network, Input(4)]
            [Dense(3, Activation.Softmax, Name = "Class")]
            [Dense(2, Name = "Box")]
            [Loss(Loss.CrossEntropy, From = "Class"), Loss(Loss.MeanSquaredError, From = "Box")]
            partial class Net;
            """,
            """Dense(3, Activation.Softmax, Name = "Class")""",
            "Dense(3, Softmax) is followed by Dense(2), but softmax can only be an output of the network, which no layer takes. Move it to the end, or use another activation here."),
        new(
            "NETG202",
            """
            [Network, Input(4)]
            [Dense(10, Activation.Softmax)]
            [Loss(Loss.MeanSquaredError)]
            partial class Net;
            """,
            "Loss(Loss.MeanSquaredError)",
            "Loss.MeanSquaredError does not fit `Net`, whose last layer Dense(10, Softmax) is a softmax over [10]. Use Loss.CrossEntropy, or another activation."),
        new(
            "NETG202",
            """
            [Network, Input(4)]
            [Dense(1, Activation.Softmax)]
            [Loss(Loss.BinaryCrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy)",
            "Loss.BinaryCrossEntropy does not fit `Net`, whose last layer Dense(1, Softmax) is a softmax over [1]. Use Activation.Sigmoid in place of the softmax."),
        new(
            "NETG203",
            """
            [Network, Input(4, 3)]
            [GRU(5, Sequence = true)]
            [Loss(Loss.CrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy)",
            "Loss.CrossEntropy needs the probabilities of a softmax, but `Net` ends with GRU(5). Make the output a vector of classes, as [Flatten] and [Dense(5, Activation.Softmax)] do, or use another loss."),
        new(
            "NETG203",
            """
            [Network, Input(4)]
            [Dense(10)]
            [Loss(Loss.CrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy)",
            "Loss.CrossEntropy needs the probabilities of a softmax, but `Net` ends with Dense(10). End `Net` with [Activate(Activation.Softmax)], or use another loss."),
        new(
            "NETG204",
            """
            [Network, Input(4)]
            [Dense(1, Activation.Softmax)]
            [Loss(Loss.CrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.CrossEntropy)",
            "Loss.CrossEntropy needs at least 2 classes, but the output of `Net` is [1]. Use [Dense(2, Activation.Softmax)], or Activation.Sigmoid with Loss.BinaryCrossEntropy."),
        new(
            "NETG205",
            """
            [Network, Input(4)]
            [Dense(1)]
            [Loss(Loss.BinaryCrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy)",
            "Loss.BinaryCrossEntropy needs a sigmoid at every output, but `Net` ends with Dense(1). End `Net` with [Activate(Activation.Sigmoid)], or use another loss."),
        new(
            "NETG205",
            """
            [Network, Input(4)]
            [Dense(1, Activation.Sigmoid)]
            [Dropout(0.5)]
            [Loss(Loss.BinaryCrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy)",
            "Loss.BinaryCrossEntropy needs a sigmoid at every output, but `Net` ends with Dropout(0.5). Move Dropout(0.5) above the sigmoid, or use another loss."),
        new(
            "NETG205",
            """
            [Network, Input(4)]
            [Dense(2, Activation.Sigmoid)]
            [Concat("input")]
            [Loss(Loss.BinaryCrossEntropy)]
            partial class Net;
            """,
            "Loss(Loss.BinaryCrossEntropy)",
            """Loss.BinaryCrossEntropy needs a sigmoid at every output, but `Net` ends with Concat("input"). End `Net` with [Activate(Activation.Sigmoid)], or use another loss."""),
        new(
            "NETG206",
            """
            [Network, Input(4)]
            [Dropout(1)]
            [Dense(2)]
            partial class Net;
            """,
            "Dropout(1)",
            "Dropout(1) has the rate 1; a rate is at least 0 and below 1. Use one such as 0.2."),
        new(
            "NETG206",
            """
            [Network, Input(4)]
            [Dropout(-0.2)]
            [Dense(2)]
            partial class Net;
            """,
            "Dropout(-0.2)",
            "Dropout(-0.2) has the rate -0.2; a rate is at least 0 and below 1. Use one such as 0.2."),
        new(
            "NETG206",
            """
            [Network, Input(4)]
            [Dropout(double.NaN)]
            [Dense(2)]
            partial class Net;
            """,
            "Dropout(double.NaN)",
            "Dropout(NaN) has the rate NaN; a rate is at least 0 and below 1. Use one such as 0.2."),
        new(
            "NETG206",
            """
            [Network, Input(4)]
            [Dropout(1e-300)]
            [Dense(2)]
            partial class Net;
            """,
            """Dropout(1e-300)""",
            """Dropout(1E-300) has the rate 1E-300, which is 0 as a float; a rate is at least 0 and below 1. Use one such as 0.2."""),
        new(
            "NETG207",
            """
            [Network, Input(4)]
            [Dense(2, Activation.LeakyReLU, Slope = 1.5)]
            partial class Net;
            """,
            "Dense(2, Activation.LeakyReLU, Slope = 1.5)",
            "Dense(2, LeakyReLU) sets Slope = 1.5; a slope of LeakyReLU is at least 0 and below 1. Use one such as 0.01."),
        new(
            "NETG207",
            """
            [Network, Input(4)]
            [Activate(Activation.LeakyReLU, Slope = double.NaN)]
            partial class Net;
            """,
            "Activate(Activation.LeakyReLU, Slope = double.NaN)",
            "Activate(LeakyReLU) sets Slope = NaN; a slope of LeakyReLU is at least 0 and below 1. Use one such as 0.01."),
        new(
            "NETG207",
            """
            [Network, Input(4)]
            [Dense(2, Activation.ELU, Slope = 0)]
            partial class Net;
            """,
            "Dense(2, Activation.ELU, Slope = 0)",
            "Dense(2, ELU) sets Slope = 0; a slope of ELU is above 0 and finite. Use one such as 1."),
        new(
            "NETG207",
            """
            [Network, Input(4)]
            [Activate(Activation.ELU, Slope = 1e39)]
            partial class Net;
            """,
            "Activate(Activation.ELU, Slope = 1e39)",
            "Activate(ELU) sets Slope = 1E+39, which is infinite as a float; a slope of ELU is above 0 and finite. Use one such as 1."),
        new(
            "NETG214",
            """
            [Network, Input(4)]
            [Dense(8, Activation.HardThreshold)]
            [Dense(1)]
            [Loss(Loss.MeanSquaredError)]
            partial class Net;
            """,
            "Dense(8, Activation.HardThreshold)",
            "Dense(8, HardThreshold) has a derivative of 0 everywhere, so that its own parameters cannot learn through it. Use an activation with a slope, such as Activation.Sigmoid, or suppress this warning where they are not to learn."),
        new(
            "NETG214",
            """
            [Network, Input(4)]
            [Dense(8, Activation.Tanh), Dropout(0.5), LayerNorm(Affine = false)]
            [Activate(Activation.HardThreshold)]
            [Dense(1)]
            [Loss(Loss.MeanSquaredError)]
            partial class Net;
            """,
            "Activate(Activation.HardThreshold)",
            "Activate(HardThreshold) has a derivative of 0 everywhere, so that the parameters of Dense(8, Tanh) cannot learn through it. Use an activation with a slope, such as Activation.Sigmoid, or suppress this warning where they are not to learn."),
        new(
            "NETG214",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Block(typeof(Steps), Times = 3)]
            [Dense(1)]
            [Loss(Loss.MeanSquaredError)]
            partial class Net;

            [Layers]
            [Activate(Activation.HardThreshold)]
            static class Steps;
            """,
            "Block(typeof(Steps), Times = 3)",
            "Activate(HardThreshold) in repetition 1 of Steps has a derivative of 0 everywhere, so that the parameters of Dense(4) cannot learn through it. Use an activation with a slope, such as Activation.Sigmoid, or suppress this warning where they are not to learn."),
        new(
            "NETG207",
            """
            [Network, Input(4)]
            [Dense(4, Activation.LeakyReLU, Slope = 1e-300)]
            [Dense(2)]
            partial class Net;
            """,
            "Dense(4, Activation.LeakyReLU, Slope = 1e-300)",
            "Dense(4, LeakyReLU) sets Slope = 1E-300, which is 0 as a float; a slope of LeakyReLU is at least 0 and below 1. Use one such as 0.01."),
        new(
            "NETG208",
            """
            [Network, Input(4)]
            [Dense(2, Scale = 0.5)]
            partial class Net;
            """,
            "Dense(2, Scale = 0.5)",
            "Dense(2) sets Scale = 0.5, but Initializer.Auto, the default, takes none. Use Initializer.Constant, Normal, Scaled, Uniform or Orthogonal, or remove Scale."),
        new(
            "NETG208",
            """
            [Network, Input(4)]
            [Dense(2, Initializer = Initializer.He, Scale = 2)]
            partial class Net;
            """,
            "Dense(2, Initializer = Initializer.He, Scale = 2)",
            "Dense(2) sets Scale = 2, but Initializer.He takes none. Use Initializer.Constant, Normal, Scaled, Uniform or Orthogonal, or remove Scale."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(2, Initializer = Initializer.Normal, Scale = -0.1)]
            partial class Net;
            """,
            "Dense(2, Initializer = Initializer.Normal, Scale = -0.1)",
            "Dense(2) sets Scale = -0.1, but Initializer.Normal takes a number above 0 and up to 3.7E+37. Use one such as 0.01."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(2, Initializer = Initializer.Scaled, Scale = 0)]
            partial class Net;
            """,
            "Dense(2, Initializer = Initializer.Scaled, Scale = 0)",
            "Dense(2) sets Scale = 0, but Initializer.Scaled takes a finite number above 0. Use one such as 1."),
        new(
            "NETG208",
            """
            [Network, Input(4)]
            [Dense(2, Initializer = Initializer.HeUniform, Scale = 2)]
            partial class Net;
            """,
            "Dense(2, Initializer = Initializer.HeUniform, Scale = 2)",
            "Dense(2) sets Scale = 2, but Initializer.HeUniform takes none. Use Initializer.Constant, Normal, Scaled, Uniform or Orthogonal, or remove Scale."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(2, Initializer = Initializer.Uniform, Scale = -0.1)]
            partial class Net;
            """,
            "Dense(2, Initializer = Initializer.Uniform, Scale = -0.1)",
            "Dense(2) sets Scale = -0.1, but Initializer.Uniform takes a finite number above 0. Use one such as 0.05."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(2, Initializer = Initializer.Orthogonal, Scale = 0)]
            partial class Net;
            """,
            "Dense(2, Initializer = Initializer.Orthogonal, Scale = 0)",
            "Dense(2) sets Scale = 0, but Initializer.Orthogonal takes a finite number above 0. Use one such as 1."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(2, Initializer = Initializer.Constant, Scale = double.PositiveInfinity)]
            partial class Net;
            """,
            "Dense(2, Initializer = Initializer.Constant, Scale = double.PositiveInfinity)",
            "Dense(2) sets Scale = Infinity, but Initializer.Constant takes a finite number. Use one such as 0.1."),
        new(
            "NETG301",
            """
            [Network, Input(100000, 100000, 100000, 100000, 100000)]
            [Flatten]
            [Dense(2)]
            partial class Net;
            """,
            "Input(100000, 100000, 100000, 100000, 100000)",
            "Input(100000, 100000, 100000, 100000, 100000) makes [100000, 100000, 100000, 100000, 100000], which is 10,000,000,000,000,000,000,000,000 elements; NetGen compiles up to 268,435,456, and fewer with weights and gradients. Use smaller sizes."),
        new(
            "NETG301",
            """
            [Network, Input(1)]
            [Dense(300000000, Activation.ReLU)]
            [Dense(2)]
            partial class Net;
            """,
            "Dense(300000000, Activation.ReLU)",
            "Dense(300000000, ReLU) makes [300000000], which is 300,000,000 elements; NetGen compiles up to 268,435,456, and fewer with weights and gradients. Use smaller sizes."),
        new(
            "NETG302",
            """
            [Network, Input(4)]
            [Dense(20000, Bias = false)]
            [Dense(20000)]
            [Dense(20000)]
            partial class Net;
            """,
            "Dense(20000)",
            "Dense(20000) needs 20,000 · 20,000 + 20,000 = 400,020,000 numbers for its parameters, with units padded to a multiple of 16, which brings those of `Net`, from the top to here, to 400,100,000; NetGen compiles up to 268,435,456. Use smaller layers or inputs."),
        new(
            "NETG003",
            """
            class Base
            {
                private Base()
                {
                }

                protected Base(int size) => Console.Write(size);
            }

            [Network, Input(4)]
            [Dense(2)]
            partial class Net : Base
            {
                public Net() : base(1)
                {
                }
            }
            """,
            "Net",
            "`Net` derives from a class whose constructor without parameters is out of reach, but the one that NetGen writes calls it. Make that constructor of the base class protected."),
        new(
            "NETG010",
            """
            [Network, Input(4)]
            [Dense(4, Name = "a\u200Db")]
            [Dense(4, Name = "ab")]
            partial class Net;
            """,
            """Dense(4, Name = "a\u200Db")""",
            """Dense(4) has Name = "a\u200Db", which holds a character that is not seen. Use letters, digits and underscores, a letter first, such as "Dense1"."""),
        new(
            "NETG010",
            """
            [Network, Input(4)]
            [Dense(4, Name = "a\r\nerror: b\0\u2028")]
            partial class Net;
            """,
            """Dense(4, Name = "a\r\nerror: b\0\u2028")""",
            """Dense(4) has Name = "a\r\nerror: b\0\u2028", which holds a character that is not seen. Use letters, digits and underscores, a letter first, such as "Dense1"."""),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4, From = "a\nb")]
            partial class Net;
            """,
            """Dense(4, From = "a\nb")""",
            """Dense(4) takes "a\nb", but nothing in `Net` has that name. Name one above it: "input", or remove From."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4, Name = "get_Seed")]
            partial class Net;
            """,
            """Dense(4, Name = "get_Seed")""",
            """Dense(4) is named "get_Seed", which is already an accessor of the property Seed that NetGen adds. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4, Name = "set_Seed")]
            partial class Net;
            """,
            """Dense(4, Name = "set_Seed")""",
            """Dense(4) is named "set_Seed", which is already an accessor of the property Seed that NetGen adds. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4, Name = "get_Dense3")]
            [Dense(4)]
            [Dense(4)]
            partial class Net;
            """,
            """Dense(4, Name = "get_Dense3")""",
            """Dense(4) is named "get_Dense3", which is already an accessor of the property Dense3 that NetGen adds. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Net
            {
                public int get_Dense1() => 1;
            }
            """,
            "Dense(4)",
            """Dense(4) is by default named "Dense1", whose accessor get_Dense1 is already a member that `Net` declares or inherits. Choose another with Name = "…"."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class get_Dense1;
            """,
            "Dense(4)",
            """Dense(4) is by default named "Dense1", whose accessor get_Dense1 is already the name of the class. Choose another with Name = "…"."""),
        new(
            "NETG017",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Net
            {
                public int get_Seed() => 1;
            }
            """,
            "Net",
            "`Net` declares or inherits `get_Seed`, which NetGen adds to it too. Rename or remove that member where it is declared."),
        new(
            "NETG206",
            """
            [Network, Input(4)]
            [Dropout(0.99999999999)]
            partial class Net;
            """,
            "Dropout(0.99999999999)",
            "Dropout(0.99999999999) has the rate 0.99999999999, which is 1 as a float; a rate is at least 0 and below 1. Use one such as 0.2."),
        new(
            "NETG207",
            """
            [Network, Input(4)]
            [Activate(Activation.LeakyReLU, Slope = 0.99999999999)]
            partial class Net;
            """,
            "Activate(Activation.LeakyReLU, Slope = 0.99999999999)",
            "Activate(LeakyReLU) sets Slope = 0.99999999999, which is 1 as a float; a slope of LeakyReLU is at least 0 and below 1. Use one such as 0.01."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(4, Initializer = Initializer.Normal, Scale = 1e300)]
            partial class Net;
            """,
            "Dense(4, Initializer = Initializer.Normal, Scale = 1e300)",
            "Dense(4) sets Scale = 1E+300, which is infinite as a float, but Initializer.Normal takes a number above 0 and up to 3.7E+37. Use one such as 0.01."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(4, Initializer = Initializer.Normal, Scale = 1e38)]
            partial class Net;
            """,
            "Dense(4, Initializer = Initializer.Normal, Scale = 1e38)",
            "Dense(4) sets Scale = 1E+38, which makes weights that are infinite as a float, but Initializer.Normal takes a number above 0 and up to 3.7E+37. Use one such as 0.01."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(4, Initializer = Initializer.Scaled, Scale = 1e-300)]
            partial class Net;
            """,
            "Dense(4, Initializer = Initializer.Scaled, Scale = 1e-300)",
            "Dense(4) sets Scale = 1E-300, which is 0 as a float, but Initializer.Scaled takes a finite number above 0. Use one such as 1."),
        new(
            "NETG209",
            """
            [Network, Input(4)]
            [Dense(4, Initializer = Initializer.Constant, Scale = -1e300)]
            partial class Net;
            """,
            "Dense(4, Initializer = Initializer.Constant, Scale = -1e300)",
            "Dense(4) sets Scale = -1E+300, which is infinite as a float, but Initializer.Constant takes a finite number. Use one such as 0.1."),
        new(
            "NETG019",
            """
            [Network, Input(3)]
            [Dense(5)]
            partial class Enc;

            [Network, Input(Enc.OutputSize)]
            [Dense(3)]
            partial class Dec;
            """,
            "Input(Enc.OutputSize)",
            "[Input] of `Dec` takes Enc.OutputSize, which NetGen writes when `Enc` is compiled; no attribute can use it. Write the number, or a constant of your own."),
        new(
            "NETG019",
            """
            [Network, Input(3)]
            [Dense(5)]
            partial class Enc;

            [Network(Seed = Enc.ParameterCount), Input(3)]
            [Dense(3)]
            partial class Dec;
            """,
            "Network(Seed = Enc.ParameterCount)",
            "[Network] of `Dec` takes Enc.ParameterCount, which NetGen writes when `Enc` is compiled; no attribute can use it. Write the number, or a constant of your own."),
        new(
            "NETG019",
            """
            static class Sizes
            {
                public const int Code = 2 * Enc.OutputSize;
            }

            [Network, Input(3)]
            [Dense(5)]
            partial class Enc;

            [Network, Input(4)]
            [Dense((int)Sizes.Code)]
            [Dense(3)]
            partial class Dec;
            """,
            "Dense((int)Sizes.Code)",
            "[Dense] of `Dec` takes Sizes.Code, made of Enc.OutputSize, which NetGen writes when `Enc` is compiled; no attribute can use it. Write the number, or a constant of your own."),
        new(
            "NETG019",
            """
            [Network, Input(3)]
            [Dense(5)]
            partial class Enc
            {
                [Network, Input(OutputSize + 1)]
                [Dense(3)]
                public partial class Dec;
            }
            """,
            "Input(OutputSize + 1)",
            "[Input] of `Dec` takes Dec.OutputSize, which NetGen writes when `Dec` is compiled; no attribute can use it. Write the number, or a constant of your own."),
        new(
            "NETG020",
            """
            [Network, Input(3)]
            [Dense(5)]
            partial class Own
            {
                public Own()
                {
                }
            }
            """,
            "Own",
            "The constructor `Own()` does not call the one that NetGen writes, so all weights would be 0 and so would the seed. Write `: this(seed: 0UL)` behind its parameters, in place of any `: base(…)`."),
        new(
            "NETG020",
            """
            [Network, Input(3)]
            [Dense(5)]
            partial class Own
            {
                private readonly string name = "";

                static Own()
                {
                }

                public Own(string name) : this(seed: 7) => this.name = name;

                public Own(char name) : this(name.ToString())
                {
                }

                public Own(int first, params string[] names) : base() => name = names[first];

                public string Name => name;
            }
            """,
            "Own",
            "The constructor `Own(int, params string[])` does not call the one that NetGen writes, so all weights would be 0 and so would the seed. Write `: this(seed: 0UL)` behind its parameters, in place of any `: base(…)`, or add a parameter `ulong seed` and write `: this(seed)`."),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Layout;
            """,
            "Layout",
            "The class is named \"Layout\", which is already a member that NetGen adds to every network. Rename the class."),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Description;
            """,
            "Description",
            "The class is named \"Description\", which is already a member that NetGen adds to every network. Rename the class."),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Seed;
            """,
            "Seed",
            "The class is named \"Seed\", which is already a member that NetGen adds to every network. Rename the class."),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Forward;
            """,
            "Forward",
            "The class is named \"Forward\", which is already a member that NetGen adds to every network. Rename the class."),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class Parameters;
            """,
            "Parameters",
            "The class is named \"Parameters\", which is already a member that NetGen adds to every network. Rename the class."),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class parameters;
            """,
            "parameters",
            "The class is named \"parameters\", which is already a member that NetGen adds to every network. Rename the class."),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Dense(4)]
            partial class get_Seed;
            """,
            "get_Seed",
            "The class is named \"get_Seed\", which is already an accessor of the property Seed that NetGen adds. Rename the class."),
    ];
}

/// <param name="Id">The id of the message.</param>
/// <param name="Source">What the user wrote, after <c>using NetGen;</c>.</param>
/// <param name="Underlined">The text that the message underlines.</param>
/// <param name="Message">The message.</param>
/// <param name="Ilgpu">The version of ILGPU that the user's project references, or null.</param>
internal sealed record DiagnosticCase(string Id, string Source, string Underlined, string Message, string? Ilgpu = null)
{
    /// <summary>What the user compiles.</summary>
    public CSharpCompilation Compile()
    {
        CSharpCompilation compilation = Host.Compile($"using System;\nusing NetGen;\n\n{Source}");
        return Ilgpu is null ? compilation : Tests.Ilgpu.Beside(compilation, Ilgpu);
    }
}
