using System.Linq;
using NetGen.Checking;
using NetGen.Generated.Tests.Support;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>The proof of a compiled network, and that it is the network which was declared.</summary>
internal static class Proof
{
    private const int Steps = 10;

    private static readonly int[] rows = [1, 2, 3, 5, 12, 13, 17, 24];

    /// <summary>What does not hold, or null.</summary>
    public static string? Failure(NetworkDeclaration declaration, INetwork<float> network, Held held)
    {
        NetworkDescription expected = declaration.Describe();
        if (!network.Description.Equals(expected))
        {
            return $"The description is\n{Text(network.Description)}\nand not\n{Text(expected)}";
        }

        if (network.Seed != declaration.Seed)
        {
            return $"The seed is {network.Seed} and not {declaration.Seed}.";
        }

        NetworkProof proof = NetworkProof.Of(network, rows: rows[declaration.ToString().Length % rows.Length], steps: Steps);
        held.Add(proof.RowsTried, proof.RowsLeftOut, proof.Passed);
        return proof.Failed ? proof.ToString() : StepComparison.Failure(network);
    }

    private static string Text(NetworkDescription network) =>
        $"{network.Name}, {Shape(network.Shapes[0])}, {network.Loss} {network.Reduction}\n" + string.Join("\n", network.Layers.Select((layer, index) =>
            $"{layer} gives {Shape(network.Shapes[index + 1])}"));

    private static string Shape(System.Collections.Immutable.ImmutableArray<int> sizes) => $"[{string.Join(", ", sizes)}]";
}
