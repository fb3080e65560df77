using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>A network with blocks is the network in which they are written out.</summary>
public sealed class ExpansionTests
{
    private const string Unit = """
        [Layers]
        [Dense(4, Activation.ReLU)]
        [Dense(4)]
        [Add("input")]
        static class Unit;
        """;

    [Fact]
    public void A_block_is_its_layers_under_names_that_tell_the_repetition() => Same(
        $$"""
        [Network, Input(4)]
        [Dense(4)]
        [Block(typeof(Unit), Times = 2)]
        [Dense(2)]
        partial class Net;

        {{Unit}}
        """,
        """
        [Network, Input(4)]
        [Dense(4)]
        [Dense(4, Activation.ReLU, Name = "Unit1_Dense1")]
        [Dense(4, Name = "Unit1_Dense2")]
        [Add("Dense1", Name = "Unit1_Add1")]
        [Dense(4, Activation.ReLU, Name = "Unit2_Dense1")]
        [Dense(4, Name = "Unit2_Dense2")]
        [Add("Unit1_Add1", Name = "Unit2_Add1")]
        [Dense(2, Name = "Dense2")]
        partial class Net;
        """);

    [Theory]
    [InlineData("[Dense(4)] [Dense(4, Share = \"Dense1\")]", "[Dense(4, Name = \"Unit1_Dense1\")] [Dense(4, Share = \"Unit1_Dense1\", Name = \"Unit1_Dense2\")]")]
    [InlineData("[Dense(4, Name = \"a\")] [Dense(4, Share = \"a\", From = \"input\")] [Add(\"a\")]", "[Dense(4, Name = \"Unit1_a\")] [Dense(4, Share = \"Unit1_a\", From = \"input\", Name = \"Unit1_Dense2\")] [Add(\"Unit1_a\", Name = \"Unit1_Add1\")]")]
    public void Layers_of_a_block_share_although_nobody_knows_yet_what_it_takes(string layers, string written) => Same(
        $$"""
        [Network, Input(4)]
        [Block(typeof(Unit))]
        partial class Net;

        [Layers]
        {{layers}}
        static class Unit;
        """,
        $$"""
        [Network, Input(4)]
        {{written}}
        partial class Net;
        """);

    [Fact]
    public void Attributes_of_one_block_count_on_and_a_name_stands_in_the_place_of_the_class() => Same(
        $$"""
        [Network, Input(4)]
        [Block(typeof(Unit))]
        [Block(typeof(Unit), Name = "Neck")]
        [Block(typeof(Unit))]
        [Block(typeof(Unit), Times = 2, Name = "Stage1")]
        partial class Net;

        {{Unit}}
        """,
        """
        [Network, Input(4)]
        [Dense(4, Activation.ReLU, Name = "Unit1_Dense1")]
        [Dense(4, Name = "Unit1_Dense2")]
        [Add("input", Name = "Unit1_Add1")]
        [Dense(4, Activation.ReLU, Name = "Neck_Dense1")]
        [Dense(4, Name = "Neck_Dense2")]
        [Add("Unit1_Add1", Name = "Neck_Add1")]
        [Dense(4, Activation.ReLU, Name = "Unit2_Dense1")]
        [Dense(4, Name = "Unit2_Dense2")]
        [Add("Neck_Add1", Name = "Unit2_Add1")]
        [Dense(4, Activation.ReLU, Name = "Stage1_1_Dense1")]
        [Dense(4, Name = "Stage1_1_Dense2")]
        [Add("Unit2_Add1", Name = "Stage1_1_Add1")]
        [Dense(4, Activation.ReLU, Name = "Stage1_2_Dense1")]
        [Dense(4, Name = "Stage1_2_Dense2")]
        [Add("Stage1_1_Add1", Name = "Stage1_2_Add1")]
        partial class Net;
        """);

    [Fact]
    public void Outputs_are_known_by_repetition_by_name_and_by_layer() => Same(
        $$"""
        [Network, Input(4)]
        [Block(typeof(Unit), Times = 3)]
        [Block(typeof(Unit), Times = 2, Name = "Body", From = "Unit2")]
        [Add("Unit1", "Body", "Body1", "Unit3", "Unit2_Dense1")]
        partial class Net;

        {{Unit}}
        """,
        """
        [Network, Input(4)]
        [Dense(4, Activation.ReLU, Name = "Unit1_Dense1")]
        [Dense(4, Name = "Unit1_Dense2")]
        [Add("input", Name = "Unit1_Add1")]
        [Dense(4, Activation.ReLU, Name = "Unit2_Dense1")]
        [Dense(4, Name = "Unit2_Dense2")]
        [Add("Unit1_Add1", Name = "Unit2_Add1")]
        [Dense(4, Activation.ReLU, Name = "Unit3_Dense1")]
        [Dense(4, Name = "Unit3_Dense2")]
        [Add("Unit2_Add1", Name = "Unit3_Add1")]
        [Dense(4, Activation.ReLU, Name = "Body1_Dense1", From = "Unit2_Add1")]
        [Dense(4, Name = "Body1_Dense2")]
        [Add("Unit2_Add1", Name = "Body1_Add1")]
        [Dense(4, Activation.ReLU, Name = "Body2_Dense1")]
        [Dense(4, Name = "Body2_Dense2")]
        [Add("Body1_Add1", Name = "Body2_Add1")]
        [Add("Unit1_Add1", "Body2_Add1", "Body1_Add1", "Unit3_Add1", "Unit2_Dense1", Name = "Add1")]
        partial class Net;
        """);

    [Fact]
    public void Blocks_hold_blocks_which_may_begin_and_end_with_an_activation() => Same(
        """
        [Network, Input(4)]
        [Block(typeof(Outer), Times = 2, Name = "Deep")]
        [Add("Deep1_Inner2", "Deep1_Twice")]
        partial class Net;

        [Layers]
        [Block(typeof(Inner), Times = 2)]
        [Add("Inner1_Dense1", Name = "Twice")]
        [Block(typeof(Inner), From = "input")]
        [Concat("Inner2", "input", "Twice")]
        [Dense(4, Activation.Tanh)]
        static class Outer;

        [Layers]
        [Activate(Activation.Sigmoid)]
        [Dense(4, Activation.LeakyReLU, Slope = 0.2)]
        static class Inner;
        """,
        """
        [Network, Input(4)]
        [Activate(Activation.Sigmoid, Name = "Deep1_Inner1_Activate1")]
        [Dense(4, Activation.LeakyReLU, Slope = 0.2, Name = "Deep1_Inner1_Dense1")]
        [Activate(Activation.Sigmoid, Name = "Deep1_Inner2_Activate1")]
        [Dense(4, Activation.LeakyReLU, Slope = 0.2, Name = "Deep1_Inner2_Dense1")]
        [Add("Deep1_Inner1_Dense1", Name = "Deep1_Twice")]
        [Activate(Activation.Sigmoid, Name = "Deep1_Inner3_Activate1", From = "input")]
        [Dense(4, Activation.LeakyReLU, Slope = 0.2, Name = "Deep1_Inner3_Dense1")]
        [Concat("Deep1_Inner2_Dense1", "input", "Deep1_Twice", Name = "Deep1_Concat1")]
        [Dense(4, Activation.Tanh, Name = "Deep1_Dense1")]
        [Activate(Activation.Sigmoid, Name = "Deep2_Inner1_Activate1")]
        [Dense(4, Activation.LeakyReLU, Slope = 0.2, Name = "Deep2_Inner1_Dense1")]
        [Activate(Activation.Sigmoid, Name = "Deep2_Inner2_Activate1")]
        [Dense(4, Activation.LeakyReLU, Slope = 0.2, Name = "Deep2_Inner2_Dense1")]
        [Add("Deep2_Inner1_Dense1", Name = "Deep2_Twice")]
        [Activate(Activation.Sigmoid, Name = "Deep2_Inner3_Activate1", From = "Deep1_Dense1")]
        [Dense(4, Activation.LeakyReLU, Slope = 0.2, Name = "Deep2_Inner3_Dense1")]
        [Concat("Deep2_Inner2_Dense1", "Deep1_Dense1", "Deep2_Twice", Name = "Deep2_Concat1")]
        [Dense(4, Activation.Tanh, Name = "Deep2_Dense1")]
        [Add("Deep1_Inner2_Dense1", "Deep1_Twice", Name = "Add1")]
        partial class Net;
        """);

    [Theory]
    [InlineData("public abstract class Unit;")]
    [InlineData("sealed record Unit;")]
    [InlineData("class Unit<T> { public void Method() { } }")]
    [InlineData("file class Unit;")]
    [InlineData("partial class Unit; partial class Unit { int field; }")]
    public void Any_class_is_a_block(string declaration) => Same(
        $"[Network, Input(4), Block(typeof(Unit{(declaration.Contains("<T>", StringComparison.Ordinal) ? "<int>" : "")}))] partial class Net; [Layers, Dense(4)] {declaration}",
        "[Network, Input(4), Dense(4, Name = \"Unit1_Dense1\")] partial class Net;");

    [Fact]
    public void A_block_lies_in_any_file_and_namespace()
    {
        CSharpCompilation compilation = Host.Compile(
            "using NetGen; namespace Nets { [Network, Input(4), Block(typeof(Units.Unit)), Block(typeof(Other.Unit))] public partial class Net; }",
            "using NetGen; namespace Units { [Layers, Dense(4)] class Unit; }",
            "namespace Other { [NetGen.Layers, NetGen.Dense(3)] class Unit; }");
        DeclarationModel declaration = NetworkReader.Read(compilation.GetTypeByMetadataName("Nets.Net")!, compilation, default)!;
        Assert.Equal(["Unit1_Dense1", "Unit2_Dense1"], ShapeChecker.Check(declaration).Network!.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void A_block_of_another_assembly_is_refused_in_an_editor_as_in_a_build()
    {
        CSharpCompilation library = Host.Compile("using NetGen; [Layers, Dense(4)] public static class Unit;").WithAssemblyName("Library");
        CSharpCompilation user = Host.Compile("using NetGen; [Network, Input(4), Block(typeof(Unit))] partial class Net;");
        using var built = new MemoryStream();
        Assert.True(library.Emit(built).Success);
        foreach (MetadataReference reference in new MetadataReference[] { library.ToMetadataReference(), MetadataReference.CreateFromImage(built.ToArray()) })
        {
            Diagnostic said = Assert.Single(Host.Analyze(user.AddReferences(reference)));
            Assert.Equal(
                "Block(Unit) names `Unit` of the assembly `Library`, but NetGen sees only the layers of this project's classes. Declare the block in this project.",
                said.GetMessage());
        }
    }

    private static void Same(string withBlocks, string writtenOut) =>
        Assert.Equal(Source.Network($"using NetGen; {writtenOut}"), Source.Network($"using NetGen; {withBlocks}", "Net"));
}
