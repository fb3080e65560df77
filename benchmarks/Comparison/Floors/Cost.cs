using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Floors;

/// <summary>What a call computes at least.</summary>
internal static class Cost
{
    /// <summary>
    /// The floating-point operations of the matrix products and convolutions: W·x for every row, or for one step of it,
    /// and in training dW and dX as well; the first layer has no dX.
    /// </summary>
    public static double Operations(Workload workload, Work work, int rows)
    {
        NetworkDescription network = workload.Network;
        double forward = 2.0 * rows * network.MultiplyAdds / workload.Steps();
        return work == Work.Train ? 3 * forward - 2.0 * rows * network.MultiplyAddsOf(node: 1) : forward;
    }
}
