using System;

namespace NetGen.Training;

/// <summary>The limits that optimizers put on their arguments.</summary>
internal static class OptimizerArguments
{
    public static double CheckRate(double rate) =>
        double.IsFinite(rate) && rate >= 0 ? rate
        : throw new ArgumentOutOfRangeException(nameof(IOptimizer<float>.LearningRate), rate, "A learning rate is finite and not negative, such as 0.001.");

    public static long CheckSteps(long steps) =>
        steps >= 0 ? steps : throw new ArgumentOutOfRangeException(nameof(IOptimizer<float>.Steps), steps, "The steps begun so far are 0 or more.");

    /// <summary>A decay rate, from 0 to below 1.</summary>
    public static double CheckDecay(double decay, string name) =>
        decay is >= 0 and < 1 ? decay : throw new ArgumentOutOfRangeException(name, decay, "A decay rate lies from 0 to below 1, such as 0.9.");

    public static void CheckRange(int offset, int parameters, int gradient, int length = int.MaxValue)
    {
        if (parameters != gradient)
        {
            throw new ArgumentException($"There are {parameters} parameters and {gradient} numbers of gradient; both must be the same range of one layout.", nameof(gradient));
        }

        if (offset < 0 || offset > length - parameters)
        {
            throw new ArgumentException($"The range from {offset} of {parameters} parameters does not fit the {length} that the optimizer was made for.", nameof(offset));
        }
    }
}
