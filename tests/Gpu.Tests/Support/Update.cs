using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Training;

namespace NetGen.Gpu.Tests.Support;

/// <summary>
/// What an optimizer makes of parameters in double, and how far a float computation may lie away. Each step starts
/// from the parameters that the device has, so that none inherits the roundings of another; the moments are the reference's own.
/// </summary>
internal sealed class Update
{
    private const float RateOfDescent = 0.0625f, RateOfAdam = 0.01f, Beta1 = 0.875f, Beta2 = 0.99f, Epsilon = 1e-7f;

    // Devices flush what would be denormal, and Adam what would become so.
    private const double Flushed1 = 1.2e-30, Flushed2 = 1.2e-36;

    private readonly IOptimizer<double> rule;
    private readonly Bounded[] m, v;

    public Update(bool adam, int length)
    {
        IsAdam = adam;
        rule = adam ? new Adam<double>(length, RateOfAdam, Beta1, Beta2, Epsilon) : new Sgd<double>(RateOfDescent);
        m = new Bounded[length];
        v = new Bounded[length];
    }

    public bool IsAdam { get; }

    /// <summary>The same step on a device.</summary>
    public void Take(IGpuNetwork gpu)
    {
        if (IsAdam)
        {
            gpu.TrainAdam(RateOfAdam, Beta1, Beta2, Epsilon);
        }
        else
        {
            gpu.TrainSgd(RateOfDescent);
        }
    }

    /// <summary>What is wrong with a step, or null.</summary>
    /// <param name="before">The parameters before it.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="after">The parameters after it.</param>
    public string? Failure(float[] before, float[] gradient, ReadOnlySpan<float> after)
    {
        double[] expected = [.. before.Select(theta => (double)theta)];
        rule.Step(expected, [.. gradient.Select(g => (double)g)]);
        for (int index = 0; index < expected.Length; index++)
        {
            double error = IsAdam ? Adam(index, before[index], gradient[index]).Error : (before[index] - Bounded.From(RateOfDescent) * gradient[index]).Error;
            if (!(Math.Abs(after[index] - expected[index]) <= error))
            {
                return $"{rule.Rule}, step {rule.Steps}: parameter {index} of {expected.Length} becomes {after[index]:R} from {before[index]:R} with the gradient {gradient[index]:R}; the reference says {expected[index]:R} ± {error:G2}";
            }
        }

        return null;
    }

    private Bounded Adam(int index, Bounded theta, Bounded g)
    {
        m[index] = Loosened(Bounded.From(Beta1) * m[index] + Bounded.From(1 - Beta1) * g, Flushed1);
        v[index] = Loosened(Bounded.From(Beta2) * v[index] + Bounded.From(1 - Beta2) * (g * g), Flushed2);
        Bounded mean = m[index] / Bounded.From(1 - Math.Pow(Beta1, rule.Steps));
        Bounded deviation = Bounded.Sqrt(v[index] / Bounded.From(1 - Math.Pow(Beta2, rule.Steps)));
        return theta - Bounded.From(RateOfAdam) * mean / (deviation + Bounded.From(Epsilon));
    }

    private static Bounded Loosened(Bounded x, double error) => new(x.Value, x.Error + error);
}
