using System.Collections.Generic;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Poolings of awkward sizes, alone, between layers, and of nodes that others read too.</summary>
public sealed class PoolTests(ITestOutputHelper output)
{
    [Fact]
    public void TwoByTwoOfEveryWidth() => output.WriteLine(Systematic.Hold(Halves()));

    private static IEnumerable<NetworkDeclaration> Halves()
    {
        foreach (int width in (int[])[2, 4, 6, 8, 10, 14, 16, 18, 30, 34])
        {
            foreach (bool max in (bool[])[true, false])
            {
                LayerDeclaration Pool(bool truncate) => max ? new MaxPool2D(2, 2) { Truncate = truncate } : new AveragePool2D(2, 2) { Truncate = truncate };
                string kind = max ? "Max" : "Average";
                yield return NetworkDeclaration.Of($"{kind}{width}", [2, 4, width], Pool(truncate: false), new Activate(Activation.Tanh)).With(Loss.HalfSquaredError);
                yield return NetworkDeclaration.Of(
                    $"{kind}Truncated{width}", [3, 5, width + 1],
                    new Activate(Activation.Tanh) { Name = "Bent" }, Pool(truncate: true), new Flatten(), new Dense(3) { Name = "Seen" },
                    Pool(truncate: true) with { From = "Bent" }, new Flatten(), new Concat("Seen")).With(Loss.HalfSquaredError);
            }
        }
    }
}
