using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Takes batch normalizations out of a trained network: predicting, each is a scale and a shift of its channels by numbers
/// that no longer change, which the neighbouring layer can do with its own W and b (Jacob et al., 2018).
/// </summary>
public static class BatchNormFolding
{
    /// <summary>Gives a network without batch normalization the parameters by which it predicts what a trained one with it predicts.</summary>
    /// <remarks>
    /// <para>With s = γ/√(σ² + ε) and t = β − μ·s of the running averages: behind a dense layer or a convolution, W ← s·W and
    /// b ← s·b + t; otherwise before a dense layer or an unpadded convolution, b ← b + W·t and W ← W·s. Between the two may be
    /// [Flatten] or [Reshape] before a dense layer, and inverted dropout. It is computed in double; predictions agree to
    /// rounding.</para>
    /// <para>The two networks have the same layers in the same order, but for the normalizations; names, initializers and losses
    /// may differ, and a layer may have a bias only in the one without. Nothing is changed where an exception is thrown.</para>
    /// </remarks>
    /// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
    /// <param name="trained">The network with batch normalizations; it is only read.</param>
    /// <param name="into">The network without, which receives all parameters.</param>
    /// <exception cref="ArgumentException">The networks do not match, or a normalization cannot be folded exactly; the message names the layers and says why.</exception>
    public static void Fold<T>(INetwork<T> trained, INetwork<T> into)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(into);
        int[] nodes = FoldingMatch.Of(trained.Description, into.Description);
        NetworkDescription description = trained.Description;
        var folded = new Dictionary<(int Node, string Tensor), double[]>();
        foreach (ParameterTensor tensor in trained.Layout.Tensors.Where(tensor => description.Layers[tensor.Node - 1] is not BatchNormDescription))
        {
            folded.Add((tensor.Node, NameOf(tensor)), Read(trained.Parameters, tensor));
        }

        for (int node = 1; node <= description.Layers.Length; node++)
        {
            if (description.Layers[node - 1] is BatchNormDescription norm)
            {
                FoldingTarget target = FoldingTarget.Of(description, node);
                LayerDescription taking = into.Description.Layers[nodes[target.Node] - 1];
                if (into.Description.ParametersOf(nodes[target.Node]).All(tensor => tensor.Name != "Bias"))
                {
                    throw new ArgumentException($"{norm.Name} of {description.Name} cannot be folded: {taking.Name} of {into.Description.Name} has no bias to take the shift. Declare it with Bias = true.", nameof(into));
                }

                double[] weights = folded[(target.Node, "Weights")];
                if (!folded.TryGetValue((target.Node, "Bias"), out double[]? bias))
                {
                    folded.Add((target.Node, "Bias"), bias = new double[into.Description.ParametersOf(nodes[target.Node])[1].Shape[0]]);
                }

                target.Apply(Transform(trained, node, norm), weights, bias);
            }
        }

        foreach (ParameterTensor tensor in into.Layout.Tensors)
        {
            int node = Array.IndexOf(nodes, tensor.Node);
            double[] numbers = folded.GetValueOrDefault((node, NameOf(tensor))) ?? new double[tensor.Count];
            tensor.CopyFrom<T>(into.Parameters, Array.ConvertAll(numbers, T.CreateTruncating));
        }
    }

    /// <summary>The scale and the shift of each channel.</summary>
    private static (double Scale, double Shift)[] Transform<T>(INetwork<T> trained, int node, BatchNormDescription norm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] Of(ParameterLayout layout, ReadOnlySpan<T> buffer, string name) =>
            Read(buffer, layout.Tensors.First(tensor => tensor.Node == node && NameOf(tensor) == name));

        double[] mean = Of(trained.StatisticsLayout, trained.Statistics, "RunningMean"), variance = Of(trained.StatisticsLayout, trained.Statistics, "RunningVariance");
        double[]? weights = norm.Affine ? Of(trained.Layout, trained.Parameters, "Weights") : null, bias = norm.Affine ? Of(trained.Layout, trained.Parameters, "Bias") : null;
        return [.. mean.Select((average, channel) =>
        {
            double scale = (weights?[channel] ?? 1) / Math.Sqrt(variance[channel] + norm.Epsilon);
            return (scale, (bias?[channel] ?? 0) - average * scale);
        })];
    }

    private static double[] Read<T>(ReadOnlySpan<T> buffer, ParameterTensor tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var numbers = new T[tensor.Count];
        tensor.CopyTo(buffer, numbers);
        return Array.ConvertAll(numbers, double.CreateTruncating);
    }

    private static string NameOf(ParameterTensor tensor) => tensor.Name[(tensor.Name.LastIndexOf('.') + 1)..];
}
