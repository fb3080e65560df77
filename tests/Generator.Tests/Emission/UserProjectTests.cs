using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>Generated code compiles without a warning, whatever the user's project asks for and calls its things.</summary>
public sealed class UserProjectTests
{
    private const string Awkward =
        """
        using NetGen;

        /// <summary>A network in the global namespace, with names that mean something in some places.</summary>
        [Network, Input(4)]
        [Dense(3, Activation.ReLU, Name = "nameof")]
        [Dropout(0.5, Name = "field")]
        [Dense(3, Name = "global")]
        [Dense(3, Name = "var")]
        [Dense(1, Activation.Sigmoid, Name = "value")]
        [Loss(Loss.BinaryCrossEntropy)]
        public partial class @class;

        namespace App.NetGen
        {
            internal class Vector;
            internal class Vector512;
            internal class Unsafe;
            internal class Span;
            internal class Math;
            internal class MathF;
            internal class Panels;
            internal class NetGen;
            internal class System;
            internal class Batch;
            internal class Mathematics;
            internal class Facts;
            internal class Wide;
            internal class Portable;
            internal class Loss;
            internal class Activation;

            /// <summary>Holds networks.</summary>
            public partial class Outer
            {
                /// <summary>Holds networks too.</summary>
                public partial record struct Inner
                {
                    [global::NetGen.Network, global::NetGen.Input(20)]
                    [global::NetGen.Dense(40, global::NetGen.Activation.Tanh, Name = "Hidden")]
                    [global::NetGen.Dense(3, global::NetGen.Activation.Softmax)]
                    [global::NetGen.Loss(global::NetGen.Loss.CrossEntropy)]
                    public sealed partial class Net
                    {
                        private readonly int rows = 3;

                        /// <summary>The user's own.</summary>
                        public int Rows => rows + Hidden.GetHashCode();
                    }
                }

                [global::NetGen.Network, global::NetGen.Input(2), global::NetGen.Dense(1)]
                private protected partial class Hidden
                {
                    private float work;

                    internal float Work() => work++;
                }
            }
        }
        """;

    public static TheoryData<string> Sources => new(Declarations.All
        .Select(attributes => $"using NetGen;\n\nnamespace App;\n\n/// <summary>A network.</summary>\n[Network] {attributes}\npublic partial class Net;")
        .Append(Awkward));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Generated_code_compiles_without_a_warning(string source)
    {
        foreach (NullableContextOptions nullable in new[] { NullableContextOptions.Disable, NullableContextOptions.Enable })
        {
            foreach (bool unsafeCode in new[] { false, true })
            {
                CSharpCompilationOptions options = new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, allowUnsafe: unsafeCode, checkOverflow: true,
                    warningLevel: 9999, generalDiagnosticOption: ReportDiagnostic.Error);
                Assert.DoesNotContain(Diagnose(source, options), found => found.Severity != DiagnosticSeverity.Hidden);
            }
        }
    }

    [Fact]
    public void The_name_of_a_class_that_is_a_keyword_is_said_without_its_at_sign()
    {
        string text = NetworkEmitter.Emit(Planner.Plan(Source.Network("using NetGen; [Network, Input(4), Dense(2)] partial class @class;")), new CompilationFacts(AllowsUnsafe: false, Optimizes: true));
        Assert.Equal(
            ["partial class @class : global::NetGen.INetwork<float>", "public @class(ulong seed = 0UL)"],
            text.Split('\n').Where(line => line.Contains('@', System.StringComparison.Ordinal)).Select(line => line.Trim()));
        Assert.Contains("Expect.Loss(\"class\")", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_doc_comment_would_be_seen() =>
        Assert.Contains(Diagnose("public class Undocumented;", new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)), found => found.Id == "CS1591");

    [Fact]
    public void Locals_are_left_uncleared_where_unsafe_code_is_allowed()
    {
        foreach (bool unsafeCode in new[] { false, true })
        {
            string text = NetworkEmitter.Emit(Planner.Plan(Programs.Model(Declarations.Tiny)), new CompilationFacts(unsafeCode, Optimizes: true));
            Assert.Equal(unsafeCode, text.Contains("[SkipLocalsInit]", System.StringComparison.Ordinal));
            Assert.DoesNotContain("unsafe ", text, System.StringComparison.Ordinal);
        }
    }

    private static IEnumerable<Diagnostic> Diagnose(string source, CSharpCompilationOptions options)
    {
        CSharpParseOptions parse = Host.Parse.WithDocumentationMode(DocumentationMode.Diagnose);
        CSharpCompilation compilation = Host.Compile().WithOptions(options).AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, parse, "User.cs"));
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out System.Collections.Immutable.ImmutableArray<Diagnostic> reported);
        using var assembly = new System.IO.MemoryStream();
        using var documentation = new System.IO.MemoryStream();
        Assert.DoesNotContain(generated.SyntaxTrees, tree => tree.ToString().Contains(StubEmitter.Summary, System.StringComparison.Ordinal));
        return generated.Emit(assembly, xmlDocumentationStream: documentation).Diagnostics.Concat(reported);
    }
}
