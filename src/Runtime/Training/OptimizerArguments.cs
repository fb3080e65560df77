using System;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>The limits that optimizers put on their arguments.</summary>
internal static class OptimizerArguments
{
    public static double CheckRate(double rate) =>
        double.IsFinite(rate) && rate >= 0 ? rate
        : throw Expect.OutOfRange(nameof(IOptimizer<float>.LearningRate), rate, "a learning rate is finite and not negative, such as 0.001.");

    public static void CheckRange(int offset, int parameters, int gradient, int length = int.MaxValue)
    {
        if (parameters != gradient)
        {
            throw new ArgumentException(Invariant($"There are {parameters} parameters and {gradient} numbers of gradient; both must be the same range of one layout."), nameof(gradient));
        }

        if (offset < 0 || offset > length - parameters)
        {
            throw new ArgumentException(Invariant($"The range from {offset} of {parameters} parameters does not fit the {length} that the optimizer was made for."), nameof(offset));
        }
    }
}
