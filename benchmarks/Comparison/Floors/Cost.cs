using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Floors;

/// <summary>What a call computes at least.</summary>
internal static class Cost
{
    /// <summary>
    /// The floating-point operations of the matrix products: W·x for every row, and in training dW and dX as well; the
    /// first layer has no dX.
    /// </summary>
    public static double Operations(Workload workload, Work work, int rows)
    {
        long[] products = [.. workload.Layers().Select(layer => (long)layer.Inputs * layer.Outputs)];
        double forward = 2.0 * rows * products.Sum();
        return work == Work.Train ? 3 * forward - 2.0 * rows * products[0] : forward;
    }
}
