using System;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>The limits that optimizers put on their arguments.</summary>
internal static class OptimizerArguments
{
    public const long MostSteps = 1L << 53;

    public static double CheckRate<T>(double rate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsFinite(T.CreateTruncating(rate)) && rate >= 0 ? rate
        : throw Expect.OutOfRange(nameof(IOptimizer<T>.LearningRate), rate, $"a learning rate is not negative and finite as a {typeof(T).Name}, such as 0.001.");

    /// <summary>A number of steps that a double counts exactly.</summary>
    public static long CheckSteps(long steps) =>
        steps is >= 0 and <= MostSteps ? steps : throw Expect.OutOfRange(nameof(IOptimizer<float>.Steps), steps, $"expected 0 to {MostSteps}.");

    public static double CheckDecay<T>(double decay, string name)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        decay >= 0 && T.CreateTruncating(decay) < T.One ? decay
        : throw Expect.OutOfRange(name, decay, $"a decay rate lies from 0 to below 1 as a {typeof(T).Name}, such as 0.9.");

    public static double CheckEpsilon<T>(double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsFinite(T.CreateTruncating(epsilon)) && T.CreateTruncating(epsilon) > T.Zero ? epsilon
        : throw Expect.OutOfRange(nameof(epsilon), epsilon, $"ε is positive and finite as a {typeof(T).Name}, such as 1e-8; it keeps the step finite where the gradient is 0.");

    public static double CheckWeightDecay<T>(double lambda)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsFinite(T.CreateTruncating(lambda)) && lambda >= 0 ? lambda
        : throw Expect.OutOfRange(nameof(Optimizer<T>.WeightDecay), lambda, $"a weight decay is not negative and finite as a {typeof(T).Name}, such as 0.01; 0 is none.");

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
