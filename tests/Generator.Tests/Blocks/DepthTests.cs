using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generator.Tests;

/// <summary>What a deep network costs its author: times are printed, for they belong to the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[Collection(Name)]
public sealed class DepthTests(ITestOutputHelper output)
{
    private const string Name = "Processor time is that of one test alone";

    [Fact]
    public void A_hundred_and_fifty_two_layers_are_declared_in_ten_lines_and_compile()
    {
        Assert.Equal(10, Residual(units: 50).Split('\n').Length);
        Build(units: 50);
        (NetworkModel model, string times) = Build(units: 50);
        NetworkPlan plan = Planner.Plan(model);
        Assert.Equal(152, model.Layers.Count(layer => layer is DenseModel));
        output.WriteLine($"152 layers: {times}, {plan.Parameters.Count} parameters, {Scratch(plan)}");

        // What backward reads again lives on, and of the gradients few at a time; predicting needs three outputs at once.
        Assert.True(plan.TrainingBuffers.Length < 0.4 * plan.TrainingBuffers.Apart);
        Assert.Equal(3 * 64, plan.PredictingBuffers.Length);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(166)]
    [InlineData(333)]
    public void What_is_written_grows_with_the_layers_and_not_faster(int units)
    {
        int one = Text(units).Length;
        int two = Text(2 * units).Length;
        output.WriteLine($"{(3 * units) + 2} layers {one:N0} characters, {(6 * units) + 2} layers {two:N0}");

        // Numbers have more digits, and there are calls of more sections.
        Assert.InRange((double)two / one, 1.9, 2.1);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(166)]
    [InlineData(333)]
    public void The_stages_are_timed(int units)
    {
        for (int round = 0; round < 3; round++)
        {
            CSharpCompilation compilation = Host.Compile(Residual(units));
            var type = compilation.GetTypeByMetadataName("Deep")!;
            (double read, DeclarationModel declaration) = Timed(() => NetworkReader.Read(type, compilation, default)!);
            (double check, NetworkModel model) = Timed(() => ShapeChecker.Check(declaration).Network!);
            (double plan, NetworkPlan planned) = Timed(() => Planner.Plan(model));
            (double emit, string text) = Timed(() => NetworkEmitter.Emit(planned, new CompilationFacts(AllowsUnsafe: false, Optimizes: true)));
            output.WriteLine($"{(3 * units) + 2} layers: read {read:F0}, check {check:F0}, plan {plan:F0}, emit {emit:F0} ms of processor time; {text.Length:N0} characters");
        }
    }

    /// <summary>Generated and compiled in a process that is warm.</summary>
    private static (NetworkModel Model, string Times) Build(int units)
    {
        CSharpCompilation compilation = Host.Compile(Residual(units));
        compilation.GetDiagnostics();
        (double generate, CSharpCompilation generated) = Timed(() => Host.Generate(compilation));
        using var image = new MemoryStream();
        (double compile, bool success) = Timed(() => generated.Emit(image).Success);
        Assert.True(success);
        Assert.True(image.Length > 0);
        return (Source.Network(Residual(units), "Deep"), $"{generate:F0} ms to generate and {compile:F0} ms to compile, of processor time");
    }

    private static string Text(int units) => NetworkEmitter.Emit(Planner.Plan(Source.Network(Residual(units), "Deep")), new CompilationFacts(AllowsUnsafe: false, Optimizes: true));

    private static string Scratch(NetworkPlan plan) =>
        $"training {plan.TrainingBuffers.Length * 4:N0} bytes a row for values and gradients of {plan.TrainingBuffers.Apart * 4:N0}, predicting {plan.PredictingBuffers.Length * 4:N0} of {plan.PredictingBuffers.Apart * 4:N0}";

    // Other processes share the machine, so that a clock on the wall says little.
    private static (double Milliseconds, T Result) Timed<T>(Func<T> work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        T result = work();
        return ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds, result);
    }

    private static string Residual(int units) => $"""
        using NetGen;
        [Network, Input(64), Loss(Loss.CrossEntropy)]
        [Dense(64, Activation.ReLU)]
        [Block(typeof(ResidualUnit), Times = {units})]
        [Dense(10, Activation.Softmax)]
        public sealed partial class Deep;
        [Layers]
        [Dense(64, Activation.ReLU), Dense(64, Activation.ReLU), Dense(64)]
        [Add("input")]
        public static class ResidualUnit;
        """;
}
