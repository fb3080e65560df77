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
            "Block(Unit, Times = 3) names `Unit`, which carries no [Layers]. Write [Layers] above that class, and its layers beside it."),
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
            "Block(Uri) names `Uri` of the assembly `System.Private.Uri`, where the compiler kept none of its attributes. Declare the block in this project; a file can belong to several."),
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
            "`Unit` carries [Dense] but not [Network], so no network is made of it. Write [Network] above the same declaration, or [Layers] for a block that networks repeat."),
        new(
            "NETG004",
            """
            [Block(typeof(Unit))]
            partial class Net;

            [Layers, Dense(4)]
            static class Unit;
            """,
            "Block(typeof(Unit))",
            "`Net` carries [Block] but not [Network], so no network is made of it. Write [Network] above the same declaration, or [Layers] for a block that networks repeat."),
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
            "[Add] stands on another part of `Unit` than [Layers]; the order of parts is the order of files, which is none. Move it to the part with [Layers]."),
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
            "`Unit` carries [Layers] and [Loss], but input and loss of a block are those of the network that repeats it. Remove one of the two."),
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
            "`Unit` carries [Layers] and [Network], but input and loss of a block are those of the network that repeats it. Remove one of the two."),
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
            "Block(Unit) leads from `Unit` back to itself: Unit → Unit. A block that contains itself never ends; remove this attribute, or one on the way."),
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
            "Block(B) leads from `A` back to itself: A → B → C → A. A block that contains itself never ends; remove this attribute, or one on the way."),
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
            "Block(Outer, Times = 1000) brings `Net` to 1 + 12 · 1,000 = 12,001 layers; NetGen compiles up to 5,000. Repeat fewer."),
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
            "Block(Inner, Times = 2147483647) brings `Outer` to 2 · 2,147,483,647 = 4,294,967,294 layers; NetGen compiles up to 5,000. Repeat fewer."),

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
            "Dense(0) gives `Dense1` of `Unit` no units. Use a positive number of units."),
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
            """Add("a") cannot add "Dense2" [3] and "a" [4]: shapes that add are equal. Give the layers the same sizes, or join them with [Concat]."""),
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
            """Add("outside") takes "outside", but nothing in `Unit` has that name. Above it are "input" and "Dense1"."""),
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
            """Dense(4) is named "input", and so is what the block is given by default. Give one of them another name."""),
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
            """Dense(4) is named "a b", which is not a C# identifier. Use letters, digits and underscores and no keyword, such as "Dense1"."""),
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
            "Dense(3) gives [3], and no layer takes it. Name it in From, [Add] or [Concat], or remove it."),
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
            "Dense(3, Softmax) is followed by Dense(4), but softmax can only be an output of the network, which no layer takes. Move it to the end, or use another activation here."),
        new(
            "NETG206",
            """
            [Layers]
            [Dropout(1)]
            static class Unit;
            """,
            "Dropout(1)",
            "Dropout(1) drops with probability 1; a rate lies from 0 to below 1. Use one such as 0.2."),
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
            """Add("input") in repetition 1 of ResidualUnit cannot add "ResidualUnit1_Dense2" [32] and "input" [64]: shapes that add are equal. Give the layers the same sizes, or join them with [Concat]."""),
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
            """Add("input") in repetition 1 of ResidualUnit in repetition 2 of Outer cannot add "Outer2_ResidualUnit1_Dense1" [128] and "Outer2_Concat1" [256]: shapes that add are equal. Give the layers the same sizes, or join them with [Concat]."""),
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
            "Flatten in repetition 2 of Unit makes a vector, but its input is [4], which is one already. Remove it."),
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
            "Dense(4) in Unit takes a vector, but its input is [4, 4]. Put [Flatten] before it, which makes [16], or write PerStep = true for each of the 4 steps by itself."),
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
            "Reshape(14) in repetition 2 of Unit holds 14 elements, but its input is [20], which holds 20. Choose sizes whose product is 20."),
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
            "Dense(4, Softmax) in repetition 1 of Unit is followed by Dense(4, Softmax) in repetition 2 of Unit, but softmax can only be an output of the network, which no layer takes. Move it to the end, or use another activation here."),
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
            "Loss.CrossEntropy needs the probabilities of a softmax, but `Net` ends with Dense(4, ReLU) in repetition 3 of Unit. End with Activation.Softmax, or use another loss."),
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
            """Add("input") in repetition 3 of Unit gives [4], and no layer takes it. Name it in From, [Add] or [Concat], or remove it."""),
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
            """Concat("input") in repetition 15 of Unit makes [327680000] of `Net`, which is 327,680,000 elements; NetGen compiles up to 268,435,456. Use smaller sizes."""),
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
            "Dense(4096) in repetition 17 of Unit takes 4,096 · 4,096 = 16,777,216 numbers for its parameters, with units padded to a multiple of 16, and brings `Net` to 285,212,672; NetGen compiles up to 268,435,456. Use smaller layers."),

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
            """Block(Unit, Times = 2) takes "nowhere", but nothing in `Net` has that name. Above it are "input"."""),
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
            """Block(Unit, Times = 2) takes "Unit2", which is this layer itself. A network is read from top to bottom: take the input or a layer above."""),
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
            """Dense(4) takes "Unit1_Dense1", which is Dense(4) in repetition 1 of Unit below it. A network is read from top to bottom: take the input or a layer above."""),
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
            """Block(Unit, Times = 2) takes a layer whose name is empty or null. Name one above it: "input"."""),
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
            """Block(Unit, Times = 2) is named "a b", which is not a C# identifier. Use letters, digits and underscores and no keyword, such as "Body"."""),
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
            """Block(Unit, Times = 3) is named "Body1_Dense1", and so is Block(Unit, Times = 2). Give one of them another name."""),
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
            """Dense(4) is named "Unit2", and so is Block(Unit, Times = 2) by default. Give one of them another name."""),
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
            """Dense(4) in repetition 2 of Unit is named "Unit2_Dense1", which is already a member of `Net`. Choose another name."""),
    ];
}
