namespace NetGen.Generator.Tests;

/// <summary>Mistakes in blocks and in networks with blocks, each with the one message it gives.</summary>
internal static class BlockCases
{
    public static readonly DiagnosticCase[] All =
    [
        new(
            "NETG021",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 3, Name = "Body")]
            [Dense(2)]
            [Add("Body3", "Body")]
            partial class Net;

            static class Unit;
            """,
            """Block(typeof(Unit), Times = 3, Name = "Body")""",
            "Block(Unit, Times = 3) names `Unit`, which carries no [Layers]. Write [Layers] and its layers above that class, such as [Layers, Dense(4)]."),
        new(
            "NETG021",
            """
            [Network, Input(4)]
            [Block(typeof(Other))]
            partial class Net;

            [Network, Input(4)]
            [Dense(4)]
            partial class Other;
            """,
            "Block(typeof(Other))",
            "Block(Other) names `Other`, which is a network with an input of its own. Move the layers that are repeated to a class with [Layers], and repeat that."),
        new(
            "NETG021",
            """
            [Network, Input(4)]
            [Block(typeof(Net))]
            partial class Net;
            """,
            "Block(typeof(Net))",
            "Block(Net) names `Net`, which is a network with an input of its own. Move the layers that are repeated to a class with [Layers], and repeat that."),
        new(
            "NETG021",
            """
            [Network, Input(4)]
            [Block(null)]
            partial class Net;
            """,
            "Block(null)",
            "Block(null) names no class. Name one with [Layers], such as typeof(ResidualUnit)."),
        new(
            "NETG021",
            """
            [Network, Input(4)]
            [Block(typeof(int[]))]
            partial class Net;
            """,
            "Block(typeof(int[]))",
            "Block(int[]) names `int[]`, which is no class. Name a class with [Layers], such as typeof(ResidualUnit)."),
        new(
            "NETG021",
            """
            [Network, Input(4)]
            [Block(typeof(Uri))]
            partial class Net;
            """,
            "Block(typeof(Uri))",
            "Block(Uri) names `Uri` of the assembly `System.Private.Uri`, but NetGen sees only the layers of this project's classes. Declare the block in this project."),
        new(
            "NETG004",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2)]
            [Add("Unit1_Dense1")]
            partial class Net;

            [Dense(4)]
            static class Unit;
            """,
            "Dense(4)",
            "`Unit` carries [Dense] but not [Network], so no network is made of it. Write [Network, Input(n)] above the same declaration, or [Layers] for a block that networks repeat."),
        new(
            "NETG004",
            """
            [Block(typeof(Unit))]
            partial class Net;

            [Layers, Dense(4)]
            static class Unit;
            """,
            "Block(typeof(Unit))",
            "`Net` carries [Block] but not [Network], so no network is made of it. Write [Network, Input(n)] above the same declaration, or [Layers] for a block that networks repeat."),
        new(
            "NETG005",
            """
            [Network, Input(4)]
            [Block(typeof(Unit))]
            partial class Net;

            [Layers]
            [Dense(4)]
            partial class Unit;

            [Add("input")]
            partial class Unit;
            """,
            """Add("input")""",
            "[Add] stands on another part of `Unit` than [Layers], but C# gives parts no order. Move it to its place on the part with [Layers]."),
        new(
            "NETG022",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = -1)]
            [Dense(2)]
            [Concat("Unit1_Dense1")]
            partial class Net;

            [Layers, Dense(4)]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = -1)",
            "Block(Unit, Times = -1) repeats `Unit` -1 times. Repeat it at least once, or remove the attribute."),
        new(
            "NETG023",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2)]
            partial class Net;

            [Layers]
            static class Unit;
            """,
            "Layers",
            "`Unit` carries [Layers] but no layer, so there is nothing to repeat. Add one, such as [Dense(10)]."),
        new(
            "NETG024",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2)]
            partial class Net;

            [Layers, Loss(Loss.MeanSquaredError)]
            [Dense(4)]
            static class Unit;
            """,
            "Loss(Loss.MeanSquaredError)",
            "`Unit` carries [Layers] and [Loss], but input and loss of a block are those of the network that repeats it. Move [Loss] to that network."),
        new(
            "NETG024",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2)]
            partial class Net;

            [Network, Layers, Input(4)]
            [Dense(4)]
            partial class Unit;
            """,
            "Layers",
            "`Unit` carries [Layers] and [Network], but input and loss of a block are those of the network that repeats it. Remove [Network], with [Input] and [Loss], or [Layers] where no [Block] names it."),
        new(
            "NETG025",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2)]
            [Add("Unit1")]
            partial class Net;

            [Layers]
            [Dense(4)]
            [Block(typeof(Unit))]
            static class Unit;
            """,
            "Block(typeof(Unit))",
            "Block(Unit) leads from `Unit` back to itself: Unit → Unit. A block that contains itself never ends; remove this attribute, or another [Block] on the way."),
        new(
            "NETG025",
            """
            [Network, Input(4)]
            [Block(typeof(Outside))]
            partial class Net;

            [Layers, Block(typeof(C), Times = 7)]
            static class Outside;

            [Layers, Block(typeof(C))]
            static class B;

            [Layers, Dense(3), Block(typeof(A))]
            static class C;

            [Layers, Block(typeof(B))]
            static class A;
            """,
            "Block(typeof(B))",
            "Block(B) leads from `A` back to itself: A → B → C → A. A block that contains itself never ends; remove this attribute, or another [Block] on the way."),
        new(
            "NETG303",
            """
            [Network, Input(4)]
            [Dense(4)]
            [Block(typeof(Outer), Times = 1000)]
            [Add("Outer1_Inner7")]
            partial class Net;

            [Layers, Block(typeof(Inner), Times = 10), Dense(4, Activation.ReLU)]
            static class Outer;

            [Layers, Dense(4)]
            static class Inner;
            """,
            "Block(typeof(Outer), Times = 1000)",
            "Block(Outer, Times = 1000) brings `Net` to 1 + 12 · 1,000 = 12,001 layers, activations counted; NetGen compiles up to 5,000. Set Times to at most 416."),
        new(
            "NETG303",
            """
            [Network, Input(4)]
            [Block(typeof(Outer))]
            partial class Net;

            [Layers, Block(typeof(Inner), Times = int.MaxValue)]
            static class Outer;

            [Layers, Dense(4), Dense(4)]
            static class Inner;
            """,
            "Block(typeof(Inner), Times = int.MaxValue)",
            "Block(Inner, Times = 2147483647) brings `Outer` to 2 · 2,147,483,647 = 4,294,967,294 layers, activations counted; NetGen compiles up to 5,000. Set Times to at most 2,500."),

        // What depends on no shape is said of the block, whoever repeats it and how often.
        new(
            "NETG101",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            [Dense(2, From = "Unit3")]
            [Add("Unit2_Dense1")]
            partial class Net;

            [Network, Input(4)]
            [Block(typeof(Outer), Times = 5)]
            partial class Other;

            [Layers, Block(typeof(Unit), Times = 5)]
            static class Outer;

            [Layers]
            [Dense(0)]
            static class Unit;
            """,
            "Dense(0)",
            "Dense(0) has 0 units. Use at least 1."),
        new(
            "NETG105",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(4, Name = "a")]
            [Dense(3)]
            [Add("a")]
            static class Unit;
            """,
            """Add("a")""",
            """Add("a") cannot add "Dense2" [3] and "a" [4]: it can add equal shapes only. Give the layers the same sizes, or join them with [Concat]."""),
        new(
            "NETG028",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(4)]
            [Dense(5)]
            [Dense(4, Share = "Dense2")]
            static class Unit;
            """,
            "Dense(4, Share = \"Dense2\")",
            "Dense(4) shares the parameters of \"Dense2\", but that one has Weights [5, 4], Bias [5], and this one has Weights [4, 5], Bias [4]. Share between layers of one kind and one size, or remove Share."),
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Dense(4, Name = "outside")]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(4)]
            [Add("outside")]
            static class Unit;
            """,
            """Add("outside")""",
            """Add("outside") takes "outside", but nothing in `Unit` has that name, and a block sees nothing outside. Name one above it: "input"."""),
        new(
            "NETG009",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(4, Name = "input")]
            static class Unit;
            """,
            """Dense(4, Name = "input")""",
            """Dense(4) is named "input", and so, by default, is what the block is given. Set another Name on it."""),
        new(
            "NETG010",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(4, Name = "a b")]
            static class Unit;
            """,
            """Dense(4, Name = "a b")""",
            """Dense(4) has Name = "a b", which is not a C# identifier. Use letters, digits and underscores, a letter first, such as "Dense1"."""),
        new(
            "NETG015",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(3)]
            [Dense(4, From = "input")]
            static class Unit;
            """,
            "Dense(3)",
            "Dense(3) gives [3], but no layer takes it: Dense(4) below it has From = \"input\". Remove that From, or name \"Dense1\" in From, [Add] or [Concat], or remove Dense(3)."),
        new(
            "NETG019",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(Net.InputSize)]
            static class Unit;
            """,
            "Dense(Net.InputSize)",
            "[Dense] of `Unit` takes Net.InputSize, which NetGen writes when `Net` is compiled; no attribute can use it. Write the number, or a constant of your own."),
        new(
            "NETG201",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(3, Activation.Softmax)]
            [Dense(4)]
            static class Unit;
            """,
            "Dense(3, Activation.Softmax)",
            "Dense(3, Softmax) is followed by Dense(4), but softmax can only be an output of the network, which no layer takes. Use another activation in the block, and put [Activate(Activation.Softmax)] below the block in the network."),
        new(
            "NETG206",
            """
            [Layers]
            [Dropout(1)]
            static class Unit;
            """,
            "Dropout(1)",
            "Dropout(1) has the rate 1; a rate is at least 0 and below 1. Use one such as 0.2."),
        new(
            "NETG016",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 5)]
            partial class Net;

            [Layers]
            [Dense(4, (Activation)99)]
            static class Unit;
            """,
            "Dense(4, (Activation)99)",
            "Dense(4, 99) asks for member 99 of Activation, which does not exist. Use one by its name, such as Activation.ReLU."),

        // What depends on the network is said of its attribute: of the first repetition that it meets.
        new(
            "NETG105",
            """
            [Network, Input(64)]
            [Block(typeof(ResidualUnit), Times = 50)]
            [Dense(10)]
            partial class Net;

            [Layers]
            [Dense(64, Activation.ReLU)]
            [Dense(32)]
            [Add("input")]
            static class ResidualUnit;
            """,
            "Block(typeof(ResidualUnit), Times = 50)",
            """Add("input") in repetition 1 of ResidualUnit cannot add "ResidualUnit1_Dense2" [32] and "input" [64]: it can add equal shapes only. Give the layers the same sizes, or join them with [Concat]; a block that is repeated gives the shape that it takes."""),
        new(
            "NETG105",
            """
            [Network, Input(64)]
            [Block(typeof(Outer), Times = 3)]
            partial class Net;

            [Layers]
            [Concat("input")]
            [Block(typeof(ResidualUnit), Times = 2)]
            static class Outer;

            [Layers]
            [Dense(128)]
            [Add("input")]
            static class ResidualUnit;
            """,
            "Block(typeof(Outer), Times = 3)",
            """Add("input") in repetition 1 of ResidualUnit in repetition 2 of Outer cannot add "Outer2_ResidualUnit1_Dense1" [128] and "Outer2_Concat1" [256]: it can add equal shapes only. Give the layers the same sizes, or join them with [Concat]; a block that is repeated gives the shape that it takes."""),
        new(
            "NETG109",
            """
            [Network, Input(4, 4)]
            [Block(typeof(Unit), Times = 50)]
            [Dense(10)]
            partial class Net;

            [Layers]
            [Flatten]
            [Dense(4)]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 50)",
            "Flatten in repetition 2 of Unit makes a vector, but its input is [4], which is one already. Remove it from the block; where its first repetition needs it, put it above the block."),
        new(
            "NETG104",
            """
            [Network, Input(4, 4)]
            [Block(typeof(Unit))]
            [Dense(10)]
            partial class Net;

            [Layers]
            [Dense(4)]
            static class Unit;
            """,
            "Block(typeof(Unit))",
            "Dense(4) in Unit takes a vector, but its input is [4, 4]. Put [Flatten] before it, which makes [16], or set PerStep = true, which takes each row by itself and makes [4, 4]."),
        new(
            "NETG108",
            """
            [Network, Input(8)]
            [Block(typeof(Unit), Times = 3)]
            [Dense(2)]
            partial class Net;

            [Layers]
            [Dense(6)]
            [Concat("input")]
            [Reshape(14)]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 3)",
            "Reshape(14) in repetition 2 of Unit holds 14 elements, but its input is [20], which holds 20. Choose sizes whose product is 20; a block that is repeated gives the shape that it takes."),
        new(
            "NETG201",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 3)]
            [Loss(Loss.CrossEntropy)]
            partial class Net;

            [Layers]
            [Dense(4, Activation.Softmax)]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 3)",
            "Dense(4, Softmax) in repetition 1 of Unit is followed by Dense(4, Softmax) in repetition 2 of Unit, but softmax can only be an output of the network, which no layer takes. Use another activation in the block, and put [Activate(Activation.Softmax)] below the block in the network."),
        new(
            "NETG203",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 3)]
            [Loss(Loss.CrossEntropy)]
            partial class Net;

            [Layers]
            [Dense(4, Activation.ReLU)]
            static class Unit;
            """,
            "Loss(Loss.CrossEntropy)",
            "Loss.CrossEntropy needs the probabilities of a softmax, but `Net` ends with Dense(4, ReLU) in repetition 3 of Unit. End `Net` with [Activate(Activation.Softmax)], or use another loss."),
        new(
            "NETG015",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 3)]
            [Dense(4, From = "input")]
            partial class Net;

            [Layers]
            [Dense(4)]
            [Add("input")]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 3)",
            """Add("input") in repetition 3 of Unit gives [4], but no layer takes it: Dense(4) below it has From = "input". Remove that From, or name "Unit3" in From, [Add] or [Concat], or remove Add("input") in repetition 3 of Unit."""),
        new(
            "NETG301",
            """
            [Network, Input(10000)]
            [Block(typeof(Unit), Times = 30)]
            partial class Net;

            [Layers]
            [Concat("input")]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 30)",
            """Concat("input") in repetition 15 of Unit makes [327680000], which is 327,680,000 elements; NetGen compiles up to 268,435,456, and fewer with weights and gradients. Use smaller sizes, or repeat the block less often."""),
        new(
            "NETG302",
            """
            [Network, Input(4096)]
            [Block(typeof(Unit), Times = 30)]
            partial class Net;

            [Layers]
            [Dense(4096, Bias = false)]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 30)",
            "Dense(4096) in repetition 17 of Unit needs 4,096 · 4,096 = 16,777,216 numbers for its parameters, with units padded to a multiple of 16, which brings those of `Net`, from the top to here, to 285,212,672; NetGen compiles up to 268,435,456. Use smaller layers or inputs, or repeat the block less often."),

        // Names.
        new(
            "NETG008",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2, From = "nowhere")]
            partial class Net;

            [Layers, Dense(4), Add("input"), Add("input")]
            static class Unit;
            """,
            """Block(typeof(Unit), Times = 2, From = "nowhere")""",
            """Block(Unit, Times = 2) takes "nowhere", but nothing in `Net` has that name. Name one above it: "input", or remove From."""),
        new(
            "NETG012",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2, From = "Unit2")]
            partial class Net;

            [Layers, Dense(4), Add("input")]
            static class Unit;
            """,
            """Block(typeof(Unit), Times = 2, From = "Unit2")""",
            """Block(Unit, Times = 2) takes "Unit2", which is a layer of this block itself. A network is read from top to bottom. Name one above it: "input", or remove From."""),
        new(
            "NETG012",
            """
            [Network, Input(4)]
            [Dense(4, From = "Unit1_Dense1")]
            [Block(typeof(Unit), Times = 2)]
            partial class Net;

            [Layers, Dense(4), Add("input")]
            static class Unit;
            """,
            """Dense(4, From = "Unit1_Dense1")""",
            """Dense(4) takes "Unit1_Dense1", which is Dense(4) in repetition 1 of Unit below it. A network is read from top to bottom. Name one above it: "input", or remove From."""),
        new(
            "NETG014",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2, From = "")]
            partial class Net;

            [Layers, Dense(4), Add("input")]
            static class Unit;
            """,
            """Block(typeof(Unit), Times = 2, From = "")""",
            """Block(Unit, Times = 2) takes a layer without saying its name. Name one above it: "input", or remove From."""),
        new(
            "NETG010",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2, Name = "a b")]
            partial class Net;

            [Layers, Dense(4)]
            static class Unit;
            """,
            """Block(typeof(Unit), Times = 2, Name = "a b")""",
            """Block(Unit, Times = 2) has Name = "a b", which is not a C# identifier. Use letters, digits and underscores, a letter first, such as "Body"."""),
        new(
            "NETG009",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2, Name = "Body")]
            [Block(typeof(Unit), Times = 3, Name = "Body")]
            partial class Net;

            [Layers, Dense(4, Activation.ReLU), Dense(4)]
            static class Unit;
            """,
            """Block(typeof(Unit), Times = 3, Name = "Body")""",
            """A layer of Block(Unit, Times = 3) is named "Body1_Dense1", and so is a layer of Block(Unit, Times = 2). Set another Name on one of them."""),
        new(
            "NETG009",
            """
            [Network, Input(4)]
            [Dense(4, Name = "Unit2")]
            [Block(typeof(Unit), Times = 2)]
            partial class Net;

            [Layers, Dense(4)]
            static class Unit;
            """,
            """Dense(4, Name = "Unit2")""",
            """Dense(4) is named "Unit2", and so, by default, is a layer of Block(Unit, Times = 2). Set another Name on one of them."""),
        new(
            "NETG011",
            """
            [Network, Input(4)]
            [Block(typeof(Unit), Times = 2)]
            partial class Net
            {
                private int Unit2_Dense1;
                private int Unit2_Dense2;
            }

            [Layers, Dense(4)]
            static class Unit;
            """,
            "Block(typeof(Unit), Times = 2)",
            """Dense(4) in repetition 2 of Unit is named "Unit2_Dense1", which is already a member that `Net` declares or inherits. Choose another with Name = "…" on the [Block]."""),
    ];
}
