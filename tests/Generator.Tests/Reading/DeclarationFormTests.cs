using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>A network may be declared wherever a class may.</summary>
public sealed class DeclarationFormTests
{
    [Theory]
    [InlineData("using NetGen; [Network, Input(2), Dense(2)] partial class Net;", null, "", "partial class Net", "Net", "Net.g.cs")]
    [InlineData("using NetGen; [Network, Input(2), Dense(2)] partial class Net { }", null, "", "partial class Net", "Net", "Net.g.cs")]
    [InlineData("using NetGen; namespace A.B; [Network, Input(2), Dense(2)] public sealed partial class Net;", "A.B", "", "partial class Net", "Net", "A.B.Net.g.cs")]
    [InlineData("using NetGen; namespace A { namespace B { [Network, Input(2), Dense(2)] internal partial class Net { } } }", "A.B", "", "partial class Net", "Net", "A.B.Net.g.cs")]
    [InlineData("using NetGen; namespace A; partial class Outer { [Network, Input(2), Dense(2)] private partial class Net; }", "A", "partial class Outer", "partial class Net", "Net", "A.Outer+Net.g.cs")]
    [InlineData(
        "using NetGen; public partial interface I { static partial class S { partial record R { partial record struct T { readonly ref partial struct U { [Network, Input(2), Dense(2)] protected internal partial class Net; } } } } }",
        null, "partial interface I|partial class S|partial record R|partial record struct T|partial struct U", "partial class Net", "Net", "I+S+R+T+U+Net.g.cs", "CS0666")]
    [InlineData("using NetGen; namespace @class.@namespace; [Network, Input(2), Dense(2)] partial class @event;", "@class.@namespace", "", "partial class @event", "@event", "class.namespace.event.g.cs")]
    [InlineData("using NetGen; partial class @record { [Network, Input(2), Dense(2)] internal partial class @required; }", null, "partial class @record", "partial class @required", "@required", "record+required.g.cs")]
    [InlineData("[NetGen.Network][NetGen.InputAttribute(2)][type: NetGen.Dense(2)] partial class Net;", null, "", "partial class Net", "Net", "Net.g.cs")]
    [InlineData("using N = NetGen.NetworkAttribute; [N, NetGen.Input(2), NetGen.Dense(2)] partial class Net;", null, "", "partial class Net", "Net", "Net.g.cs")]
    [InlineData("using NetGen; class Base; [Network, Input(2), Dense(2)] partial class Net : Base, System.IDisposable { public void Dispose() { } }", null, "", "partial class Net", "Net", "Net.g.cs")]
    [InlineData("using NetGen; [Network, Input(2), Dense(2)] partial class Näin_\u00e9;", null, "", "partial class Näin_\u00e9", "Näin_\u00e9", "Näin_\u00e9.g.cs")]
    public void A_class_is_read_and_its_other_part_compiles(
        string source, string? name, string containers, string declaration, string identifier, string hintName, params string[] allowed)
    {
        TypeModel type = Source.Network(source).Type;
        Assert.Equal(name, type.Namespace);
        Assert.Equal(containers, string.Join("|", type.Containers));
        Assert.Equal(declaration, type.Declaration);
        Assert.Equal((identifier.TrimStart('@'), identifier), (type.Name, type.Identifier));
        Assert.Equal(hintName, type.HintName);

        foreach (string written in new[] { source, source.Replace("Dense(2)", "Dense(0)") })
        {
            CSharpCompilation compilation = Host.Generate(Host.Compile(written));
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !allowed.Contains(diagnostic.Id)));
            Assert.Equal(2, compilation.SyntaxTrees.Length);
        }
    }

    [Fact]
    public void Other_attributes_and_other_parts_change_nothing()
    {
        const string Plain = "using NetGen; [Network, Input(2), Dense(3), Dropout(0.5), Dense(1)] partial class Net;";
        const string Dressed = """
            using System;
            using System.Diagnostics;
            using NetGen;

            [Serializable]
            partial class Net
            {
                public int Before;
            }

            [Obsolete("no"), Network]
            [Input(2)]
            [DebuggerDisplay("net")]
            [Dense(3)]
            #pragma warning disable CS0618
            [Dropout(0.5)]
            // in between
            [CLSCompliant(false), Dense(1)]
            partial class Net
            {
                [Obsolete]
                public int Within;
            }

            partial class Net : IDisposable
            {
                public void Dispose()
                {
                }
            }
            """;
        Assert.Equal(Source.Network(Plain), Source.Network(Dressed));
    }

    [Fact]
    public void Source_order_counts_for_layers_alone()
    {
        NetworkModel above = Source.Network("using NetGen; [Network] [Input(2)] [Loss(Loss.MeanSquaredError)] [Dense(3)] [Dropout(0.5)] partial class Net;");
        NetworkModel below = Source.Network("using NetGen; [Dense(3)] [Loss(Loss.MeanSquaredError)] [Dropout(0.5)] [Input(2)] [Network] partial class Net;");
        NetworkModel turned = Source.Network("using NetGen; [Dropout(0.5)] [Loss(Loss.MeanSquaredError)] [Dense(3)] [Input(2)] [Network] partial class Net;");
        Assert.Equal(above, below);
        Assert.NotEqual(above, turned);
    }

    [Fact]
    public void Names_that_differ_in_case_only_get_files_of_their_own()
    {
        CSharpCompilation compilation = Host.Compile("""
            using NetGen;

            namespace Demo
            {
                [Network, Input(2), Dense(2)] partial class Net;
                [Network, Input(2), Dense(0)] partial class NET;
                partial class net
                {
                    [Network, Input(2), Dense(2)] partial class Inner;
                }
            }

            namespace demo
            {
                [Network, Input(2), Dense(2)] partial class Net;
            }
            """);
        GeneratorRunResult result = Assert.Single(Host.Run(compilation).Results);
        Assert.Null(result.Exception);
        Assert.Equal(
            ["Demo.NET.g.cs", "Demo.Net(2).g.cs", "Demo.net(3)+Inner.g.cs", "demo(2).Net.g.cs"],
            result.GeneratedSources.Select(source => source.HintName).Order(System.StringComparer.Ordinal));
    }

    [Fact]
    public void Characters_that_no_file_name_may_have_are_written_as_numbers() =>
        Assert.Equal("A(203F)B.g.cs", Source.Network("using NetGen; [Network, Input(2), Dense(2)] partial class A\u203FB;").Type.HintName);

    [Fact]
    public void Constants_are_read_by_value()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network(Seed = ulong.MaxValue), Input(Sizes.Width * 2, Sizes.Width)]
            [Flatten(Name = nameof(Sizes.Width))]
            [Dense(units: 1 << 3, Initializer = (Initializer)6, Activation.Tanh)]
            [Dropout(1.0 / 4)]
            partial class Net;

            static class Sizes
            {
                public const int Width = 3;
            }
            """.Replace("Initializer = (Initializer)6, Activation.Tanh", "activation: (Activation)2, Initializer = (Initializer)6"));
        Assert.Equal(ulong.MaxValue, network.Seed);
        Assert.Equal(new Shape(6, 3), network.Input);
        Assert.Equal("Width", network.Layers[0].Name);
        Assert.Equal("Glorot", Assert.IsType<DenseModel>(network.Layers[1]).Initializer);
        Assert.Equal("Tanh", Assert.IsType<ActivateModel>(network.Layers[2]).Activation);
        Assert.Equal(0.25, Assert.IsType<DropoutModel>(network.Layers[3]).Rate);
    }
}
