using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>[PReLU] with one slope and one for every channel, over lengths where vectors end and where they do not.</summary>
[Trait("Mathematics", "B9")]
public sealed class PReLUTests(ITestOutputHelper output)
{
    private static readonly PReLU[] kinds = [new(), new() { PerChannel = true }];

    [Fact]
    public void EveryShape() => output.WriteLine(Systematic.Hold(
        from shape in (int[][])[[1], [7], [16], [33], [100], [3, 5], [2, 16], [17, 2], [1, 33], [2, 3, 7], [3, 4, 5]]
        from prelu in kinds
        select NetworkDeclaration.Of($"Slopes{prelu.PerChannel}{string.Join("x", shape)}", shape, prelu).With(Loss.HalfSquaredError, shape[0] % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    public void BetweenLayersAndReadTwice() => output.WriteLine(Systematic.Hold(
        from prelu in kinds
        from width in (int[])[3, 20]
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Residual{prelu.PerChannel}{width}", [width], new Dense(width) { Name = "Before" }, prelu, new Dense(width, Activation.Tanh), new Add("Before"), prelu, new Dense(2)),
            NetworkDeclaration.Of($"InputTwice{prelu.PerChannel}{width}", [width], prelu with { Name = "First" }, prelu with { From = "input" }, new Add("First", "input"), new Dense(2)),
            NetworkDeclaration.Of($"Shared{prelu.PerChannel}{width}", [2, width], prelu with { Name = "First" }, new Dropout(0.25), prelu with { Share = "First" }, new Flatten(), new Dense(3)),
            NetworkDeclaration.Of($"Image{prelu.PerChannel}{width}", [2, 5, width], new Conv(3, Activation.Identity, new ConvAxis(3), new ConvAxis(3)), prelu, new Flatten(), new Dense(2)),
        ]
        select declaration.With(Loss.MeanSquaredError)));

    [Fact]
    public void SlopesStartAtAQuarterAndAreLearned()
    {
        NetworkDeclaration declaration = NetworkDeclaration.Of("Quarter", [3], new PReLU { PerChannel = true }).With(Loss.HalfSquaredError, Reduction.Sum);
        using CompiledNetworks compiled = NetworkCompiler.Generate([declaration]).Compile();
        INetwork<float> network = compiled.Create("Quarter");

        Assert.Equal([-0.5f, 0, 3], network.Predict(-2, 0, 3));

        // ∂ℓ/∂a = (ŷ − y)·min(0, x), ∂ℓ/∂x = (ŷ − y)·(1 or a)
        Gradients gradients = network.GradientOf([-2, 0, 3], [-1.5f, 1, 1]);
        Assert.Equal([-2, 0, 0], gradients.Flat[..3]);
        Assert.Equal([0.25f, -0.25f, 2], gradients.Input);
    }

    [Fact]
    public void NotANumberPasses()
    {
        NetworkDeclaration[] declarations = [.. kinds.Select(prelu => NetworkDeclaration.Of($"Nan{prelu.PerChannel}", [19], prelu))];
        using CompiledNetworks compiled = NetworkCompiler.Generate(declarations).Compile();
        foreach (NetworkDeclaration declaration in declarations)
        {
            float[] x = [.. Enumerable.Repeat(-1f, 19)];
            (x[3], x[18]) = (float.NaN, float.NaN);
            float[] y = compiled.Create(declaration.Name).Predict(x);
            Assert.Equal([3, 18], Enumerable.Range(0, 19).Where(index => float.IsNaN(y[index])));
        }
    }
}
