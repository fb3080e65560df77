using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>The parameters are numbers: with one that is none there is nothing to hold a network against.</summary>
internal static class FiniteCheck
{
    /// <summary>The first parameter that is no finite number, undecided; null where all are.</summary>
    public static ProofFinding? Of(INetwork<float> network)
    {
        foreach (ParameterTensor tensor in network.Layout.Tensors)
        {
            for (int index = 0; index < tensor.Count; index++)
            {
                float value = network.Parameters[tensor.Position(index)];
                if (!float.IsFinite(value))
                {
                    return new("the parameters are finite", false, Invariant($"{Comparison.Place(tensor, index)} is {value}, so nothing can be judged; set it, or start from a new network"), Decided: false);
                }
            }
        }

        return null;
    }
}
