using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>The tensors are those of the description, each place in the buffer belongs to one of them at most.</summary>
internal static class LayoutCheck
{
    private const string Claim = "layout";

    public static IEnumerable<ProofFinding> Of(INetwork<float> network)
    {
        ParameterLayout layout = network.Layout;
        ImmutableArray<ParameterTensor> expected = ParameterLayout.Canonical(network.Description).Tensors;
        string wanted = Text(expected), present = Text(layout.Tensors);
        if (wanted != present)
        {
            return [new(Claim, false, Invariant($"the description has {wanted}; the layout has {present}"))];
        }

        if (network.Parameters.Length != layout.Length)
        {
            return [new(Claim, false, Invariant($"the layout has {layout.Length} numbers, Parameters {network.Parameters.Length}"))];
        }

        HashSet<int> taken = [];
        foreach (ParameterTensor tensor in layout.Tensors)
        {
            for (int index = 0; index < tensor.Count; index++)
            {
                int position = tensor.Position(index);
                if (position < 0 || position >= layout.Length || !taken.Add(position))
                {
                    return [new(Claim, false, Invariant($"element {index} of {tensor.Name} lies at {position} of {layout.Length}, {(position >= 0 && position < layout.Length ? "where another element lies" : "outside")}"))];
                }
            }
        }

        return [new(Claim, true, Invariant($"{layout.Count} parameters in {layout.Tensors.Length} tensors, {layout.Length - layout.Count} numbers of padding"))];
    }

    private static string Text(ImmutableArray<ParameterTensor> tensors) =>
        tensors.Length == 0 ? "no parameters" : string.Join(", ", tensors.Select(tensor => Invariant($"{tensor.Name} {ShapeText.Of(tensor.Shape)}")));
}
