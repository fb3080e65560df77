using System;
using System.Runtime.InteropServices;
using Xunit;

namespace NetGen.Generated.Tests.Members;

/// <summary>64 numbers of scratch a row.</summary>
[Network]
[Input(32)]
[Dense(32, Activation.ReLU)]
[Dense(32)]
public sealed partial class TwoOf32;

/// <summary>A batch is predicted in blocks of rows, each in the same scratch.</summary>
public sealed class BlockTests
{
    private const int Scratch = 96 * 64;
    private const int Beyond = 64 * 64;

    [Fact]
    public void ABatchOfAnySizeStaysInItsScratch()
    {
        var network = new TwoOf32();
        Span<float> beyond = MemoryMarshal.CreateSpan(ref NetGen.Kernels.Scratch.OfThread(Scratch + Beyond), Scratch + Beyond)[Scratch..];
        beyond.Fill(7);
        for (int rows = 2; rows <= 400; rows++)
        {
            network.Forward(new float[rows * TwoOf32.InputSize], new float[rows * TwoOf32.OutputSize]);
            Assert.False(beyond.ContainsAnyExcept(7), $"{rows} rows");
        }
    }
}
