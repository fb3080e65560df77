using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Dropout (Srivastava et al., 2014), inverted: while training each element is set to 0 with probability
/// <see cref="Rate"/> and otherwise divided by 1 − rate; when predicting it passes through. Every example and every
/// element has a mask of its own, drawn from the network's seed and the step.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class DropoutAttribute : LayerAttribute
{
    /// <summary>Declares a dropout layer.</summary>
    /// <param name="rate">The probability of dropping an element, from 0 to below 1.</param>
    public DropoutAttribute(double rate) => Rate = rate;

    /// <summary>The probability of dropping an element.</summary>
    public double Rate { get; }

    /// <summary>
    /// Whether the scale stands where the authors first put it: nothing is divided while training, and predicting
    /// multiplies by 1 − rate, the probability of keeping. Default false. The masks are the same.
    /// </summary>
    public bool Classical { get; set; }
}
