using System;
using System.Linq;
using NetGen.Reference;
using NetGen.Runtime.Tests.Reference;

namespace NetGen.Runtime.Tests.Evaluation;

/// <summary>Networks whose predictions a test gives: the output is the input, or the softmax or sigmoid of it.</summary>
internal static class Given
{
    public static ReferenceNetwork<double> Network(int size, Loss? loss, Activation? activation = null, Reduction reduction = Reduction.Mean)
    {
        LayerDescription[] layers = activation is null ? [Nets.Dense(size)] : [Nets.Dense(size), Nets.Activate(activation.Value)];
        NetworkDescription chain = Nets.Chain(size, loss, layers);
        double[] identity = [.. Enumerable.Range(0, size * size).Select(place => place % (size + 1) == 0 ? 1.0 : 0), .. new double[size]];
        return Nets.Of(new NetworkDescription(chain.Name, [size], chain.Layers, loss, reduction), identity);
    }

    /// <summary>The logit of a probability.</summary>
    public static double Logit(double probability) => Math.Log(probability / (1 - probability));
}
