using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// Penalties λ/2·‖W‖² + λ₁·Σ|w| over a tensor of the flat buffer, divided over workers. Padding is zero, costs nothing and
/// stays zero. Nothing is checked and nothing allocated.
/// </summary>
/// <remarks>
/// A tensor falls into sixty-four parts whatever the number of threads, each is summed in blocks by sixteen partial sums, and
/// blocks and parts are added in double in their order: the bits depend neither on threads nor on the width of vectors.
/// </remarks>
public static unsafe class PenaltyKernels
{
    /// <summary>λ/2·‖W‖² + λ₁·Σ|w|.</summary>
    /// <param name="length">The numbers of the tensor, a multiple of 16.</param>
    /// <param name="weights">W, its padding zero.</param>
    /// <param name="l1">λ₁.</param>
    /// <param name="l2">λ.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Cost(int length, ref float weights, float l1, float l2, Workers? workers)
    {
        fixed (float* ws = &weights)
        {
            return Run(length, ws, null, l1, l2, l1, workers);
        }
    }

    /// <summary>λ/2·‖W‖² + λ₁·Σ|w|, and its gradient λ·w + λ₁·sign(w), with sign(0) = 0, added.</summary>
    /// <param name="length">The numbers of the tensor, a multiple of 16.</param>
    /// <param name="weights">W, its padding zero.</param>
    /// <param name="gradient">∂J/∂W, to which that of the penalty is added.</param>
    /// <param name="l1">λ₁.</param>
    /// <param name="l2">λ.</param>
    /// <param name="proximal">Whether λ₁ is left to proximal steps: it stands in the cost, and not in the gradient.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Gradient(int length, ref float weights, ref float gradient, float l1, float l2, bool proximal, Workers? workers)
    {
        fixed (float* ws = &weights, gs = &gradient)
        {
            return Run(length, ws, gs, l1, l2, proximal ? 0 : l1, workers);
        }
    }

    [SkipLocalsInit]
    private static double Run(int length, float* weights, float* gradient, float l1, float l2, float slope, Workers? workers)
    {
        double* costs = stackalloc double[PenaltyWork.Parts];
        var work = new PenaltyWork(length, weights, gradient, l1, l2, slope, costs);
        Division.Run(workers, ref work, length, Division.LeastCopies);
        double cost = 0;
        for (int part = 0; part < PenaltyWork.Parts; part++)
        {
            cost += costs[part];
        }

        return cost;
    }
}
