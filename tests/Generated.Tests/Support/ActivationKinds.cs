using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>The activations by what they stand on.</summary>
internal static class ActivationKinds
{
    /// <summary>Those of a vector, which are a network's output.</summary>
    public static IReadOnlyList<Activation> OfVectors { get; } = [Activation.Softmax, Activation.LogSoftmax];

    /// <summary>Those of every element alone.</summary>
    public static IReadOnlyList<Activation> Elementwise { get; } = [.. Enum.GetValues<Activation>().Except(OfVectors)];
}
