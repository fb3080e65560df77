using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Embeddings: every symbol's vector, and the sum of what comes back to it.</summary>
public sealed class EmbeddingTests(ITestOutputHelper output)
{
    private static readonly (int Steps, int Symbols, int Size)[] sizes =
        [(1, 1, 1), (1, 7, 5), (2, 2, 16), (3, 5, 8), (5, 3, 7), (7, 16, 1), (16, 4, 3), (17, 33, 17), (4, 100, 33), (31, 2, 15)];

    [Fact]
    public void EverySizeInEveryForm() => output.WriteLine(Systematic.Hold(
        from size in sizes
        from others in (LayerDeclaration[][])[[], [new Flatten(), new Dense(3, Activation.Tanh)], [new GRU(3)]]
        select NetworkDeclaration.Of($"T{size.Steps}N{size.Symbols}F{size.Size}Then{others.Length}{others.LastOrDefault()?.Kind}", [size.Steps], [new Embedding(size.Symbols, size.Size), .. others])
            .With(Loss.HalfSquaredError, others.Length == 1 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    public void SymbolsInAnotherShapeAndReadByOthersToo() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of("OfAnImage", [2, 3], new Flatten(), new Embedding(5, 4), new LSTM(3)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "TwoTables", [6], new Embedding(5, 4) { Name = "First" }, new Embedding(9, 4) { From = "input", Name = "Second" }, new Add("First")).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "AndNumbers", [6], new Embedding(5, 4), new Flatten() { Name = "Flat" }, new Dense(7) { From = "input" }, new Concat("Flat"), new Dense(2)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "NumbersFirst", [6], new Dense(7) { Name = "Numbers" }, new Embedding(5, 4) { From = "input" }, new Flatten(), new Concat("Numbers"), new Dense(2)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "ReadTwice", [6], new Embedding(5, 4) { Name = "Table" }, new GRU(4) { Sequence = true }, new Add("Table")).With(Loss.HalfSquaredError),
    ]));

    [Fact]
    public void ASymbolThatNobodyAskedForHasNoGradient()
    {
        NetworkDeclaration declaration = NetworkDeclaration.Of("Few", [2], new Embedding(40, 3), new Flatten(), new Dense(1)).With(Loss.HalfSquaredError);
        using CompiledNetworks compiled = NetworkCompiler.Compile([declaration], VectorForm.Vector);
        INetwork<float> network = compiled.Create("Few");
        float[] gradient = new float[network.Layout.Length];
        gradient.AsSpan().Fill(7);
        network.Gradient(new Batch<float>(2, [3, 39, 3, 3], [1, 2]), gradient, network.CreateWorkspace(2));

        float[] weights = new float[120];
        network.Layout["Embedding1.Weights"].CopyTo<float>(gradient, weights);
        Assert.Equal([3, 39], weights.Index().Where(number => number.Item != 0).Select(number => number.Index / 3).Distinct());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(0.5f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(4294967296f)]
    public void WhatIsNoSymbolIsRefusedWithItsPlaceAndTheRange(float wrong)
    {
        NetworkDeclaration declaration = NetworkDeclaration.Of("Strict", [3], new Embedding(5, 2), new Flatten(), new Dense(1)).With(Loss.HalfSquaredError);
        using CompiledNetworks compiled = NetworkCompiler.Compile([declaration], VectorForm.Vector);
        INetwork<float> network = compiled.Create("Strict");
        float[] inputs = [0, 1, 2, 3, wrong, 4];
        Workspace<float> workspace = network.CreateWorkspace(2);
        float[] gradient = new float[network.Layout.Length];
        Action[] calls =
        [
            () => network.Forward(inputs, new float[2]),
            () => network.Forward(new Batch<float>(2, inputs, []), new float[2], workspace),
            () => network.Gradient(new Batch<float>(2, inputs, [0, 0]), gradient, workspace),
            () => network.Cost(new Batch<float>(2, inputs, [0, 0]), workspace),
        ];

        string expected = FormattableString.Invariant($"Element 1 of row 1 is {(double)wrong}, but Embedding1 reads a whole number there, from 0 to 4.");
        Assert.All(calls, call => Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(call).Message));
    }
}
