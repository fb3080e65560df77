using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>However an attribute comes by a constant that NetGen writes, it is said; and of no other constant.</summary>
public sealed class BorrowedConstantsTests
{
    private const string Encoder = "[Network, Input(3), Dense(5)] public partial class Enc { public const int Own = 4; }";

    [Theory]
    [InlineData("", "Input(Enc.OutputSize)")]
    [InlineData("", "Input(2 * (Enc.OutputSize + 1))")]
    [InlineData("", "Input(global::App.Enc.OutputSize)")]
    [InlineData("", "Input(3, Enc.InputSize), Flatten")]
    [InlineData("", "Input(3), Dense(3, Name = nameof(Enc), Slope = Enc.InputSize)")]
    [InlineData("", "Input(3), Dropout(1.0 / Enc.ParameterCount)")]
    [InlineData("", "Input(OutputSize)")]
    [InlineData("using static App.Enc;|static class Sizes { public const int Code = OutputSize; }", "Input(Sizes.Code)")]
    [InlineData("global using static App.Enc;|static class Sizes { public const int Code = OutputSize; }", "Input(Sizes.Code)")]
    [InlineData("using static App.Sizes;|static class Sizes { public const int InputSize = 3; }", "Input(InputSize)")]
    [InlineData("using Alias = App.Enc;|", "Input(Alias.OutputSize)")]
    [InlineData("class Derived : Enc;", "Input(Derived.OutputSize)")]
    [InlineData("enum Sizes { Code = Enc.OutputSize }", "Input((int)Sizes.Code)")]
    [InlineData("static class Sizes { public const int Code = Twice / 2; const int Twice = 2 * Enc.OutputSize; }", "Input(Sizes.Code)")]
    public void One_that_NetGen_writes_is_said_once(string beside, string attributes)
    {
        CSharpCompilation compilation = Compile(beside, attributes);
        Assert.Equal(["NETG019"], Host.Analyze(compilation).Select(found => found.Id));
        Assert.Equal(["NETG019"], Host.Run(compilation, ("RunAnalyzers", "false")).Diagnostics.Select(found => found.Id));
        CSharpCompilation generated = Host.Generate(compilation);
        Assert.Equal(["NETG019"], Host.Analyze(generated).Select(found => found.Id));
        Assert.Empty(generated.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [InlineData("", "Input(Enc.Own)")]
    [InlineData("", "Input(3), Dense(2, Name = nameof(Enc.OutputSize) + \"1\")")]
    [InlineData("static class Sizes { public const int OutputSize = 3; }", "Input(Sizes.OutputSize)")]
    [InlineData("using static App.Sizes;|static class Sizes { public const int InputSize = 3, Code = InputSize; }", "Input(Code)")]
    [InlineData("enum Sizes { OutputSize = 3 }", "Input((int)Sizes.OutputSize)")]
    public void One_of_the_users_own_is_read(string beside, string attributes)
    {
        CSharpCompilation generated = Host.Generate(Compile(beside, attributes));
        Assert.Empty(Host.Analyze(generated));
        Assert.Empty(generated.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(generated.SyntaxTrees, tree => tree.ToString().Contains(StubEmitter.Summary, System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Input(Enc.Gpu.InputStride)", "Enc.Gpu.InputStride")]
    [InlineData("", "Input(global::App.Enc.Gpu.InputStride / 2)", "global::App.Enc.Gpu.InputStride")]
    [InlineData("using static App.Enc;|", "Input(Gpu.InputStride)", "Gpu.InputStride")]
    [InlineData("using static App.Enc.Gpu;|", "Input(InputStride)", "Enc.Gpu.InputStride")]
    [InlineData("static class Sizes { public const int Row = Enc.Gpu.InputStride; }", "Input(Sizes.Row)", "Sizes.Row, made of Enc.Gpu.InputStride")]
    public void One_that_NetGen_writes_for_GPUs_is_said_once(string beside, string attributes, string written)
    {
        CSharpCompilation compilation = Ilgpu.Beside(Compile(beside, attributes, Encoder.Replace("[Network", "[Network(Gpu = true)")));
        string[] expected = [$"[Input] of `Dec` takes {written}, which NetGen writes when `Enc` is compiled; no attribute can use it. Write the number, or a constant of your own."];
        Assert.Equal(expected, Host.Analyze(compilation).Select(found => found.GetMessage()));
        Assert.Equal(expected, Host.Run(compilation, ("RunAnalyzers", "false")).Diagnostics.Select(found => found.GetMessage()));

        SyntaxTree generated = CSharpSyntaxTree.ParseText(
            "namespace App; partial class Enc { public sealed class Gpu { public const int InputStride = 4; } }", Host.Parse, "Generated/App.Enc.Gpu.g.cs");
        Assert.Equal(expected, Host.Analyze(compilation.AddSyntaxTrees(generated)).Select(found => found.GetMessage()));
    }

    [Fact]
    public void One_of_the_users_own_class_for_GPUs_is_read() =>
        Assert.Empty(Host.Analyze(Compile("static class Other { public static class Gpu { public const int InputStride = 4; } }", "Input(Other.Gpu.InputStride)")));

    [Fact]
    public void One_of_another_project_is_read()
    {
        using var library = new MemoryStream();
        Assert.True(Host.Generate(Host.Compile($"using NetGen; namespace App; {Encoder}").WithAssemblyName("Library")).Emit(library).Success);
        CSharpCompilation compilation = Host.Compile("using NetGen; [Network, Input(App.Enc.OutputSize), Dense(3)] partial class Dec;")
            .AddReferences(MetadataReference.CreateFromImage(library.ToArray()));
        CSharpCompilation generated = Host.Generate(compilation);
        Assert.Empty(Host.Analyze(generated));
        IEnumerable<string> texts = generated.SyntaxTrees.Select(tree => tree.ToString());
        Assert.Contains(texts, text => text.Contains("const int InputSize = 5;", System.StringComparison.Ordinal));
    }

    /// <param name="beside">Declarations, after usings and | where there are some.</param>
    /// <param name="attributes">What stands above the network.</param>
    /// <param name="encoder">A network beside it.</param>
    private static CSharpCompilation Compile(string beside, string attributes, string encoder = Encoder)
    {
        string[] parts = beside.Split('|');
        return Host.Compile($"{(parts.Length > 1 ? parts[0] : "")}\nusing NetGen;\nnamespace App;\n{encoder}\n{parts[^1]}\n[Network, {attributes}, Dense(2)] partial class Dec;");
    }
}
