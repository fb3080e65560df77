using System;
using System.Linq;
using System.Reflection;
using NetGen.Generated.Tests.Support;
using NetGen.Kernels;
using Xunit;

namespace NetGen.Generated.Tests.Members;

/// <summary>However many rows are predicted, nothing is written behind the scratch that was asked for.</summary>
public sealed class ScratchTests
{
    private const int MostRows = 200;

    private static readonly FieldInfo ofThread = typeof(Scratch).GetField("ofThread", BindingFlags.NonPublic | BindingFlags.Static)!;

    [Theory]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    public void NoNumberOfRowsTakesMoreScratchThanThereIs(VectorForm form)
    {
        // Blocks of 96, 64 and 12 rows.
        NetworkDeclaration[] networks =
        [
            .. new[] { 60, 1000, 6000 }.Select(width => NetworkDeclaration.Of($"Wide{width}", [3], new Dense(width), new Dense(2))),
            .. new[] { 17, 70 }.Select(units => NetworkDeclaration.Of($"Reading{units}", [3], new Reshape(3, 1), new GRU(units) { Sequence = true, Bidirectional = true }, new LSTM(units), new Dense(2))),
        ];
        using CompiledNetworks compiled = NetworkCompiler.Compile(networks, form);
        foreach (NetworkDeclaration declaration in networks)
        {
            INetwork<float> network = compiled.Create(declaration.Name, 1);
            ofThread.SetValue(null, null);
            network.Forward(new float[2 * 3], new float[2 * 2]);
            int length = ((AlignedBuffer<float>)ofThread.GetValue(null)!).Length;
            var larger = new AlignedBuffer<float>(2 * length);
            ofThread.SetValue(null, larger);
            for (int rows = 1; rows <= MostRows; rows++)
            {
                larger.Span[length..].Fill(float.NaN);
                network.Forward(new float[rows * 3], new float[rows * 2]);
                int written = larger.Span[length..].IndexOfAnyExcept(float.NaN);
                Assert.True(written < 0, $"{declaration.Name}, {rows} rows: float {length + written} is written, of {length}.");
            }

            ofThread.SetValue(null, null);
        }
    }
}
