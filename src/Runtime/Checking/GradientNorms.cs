using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Numerics;
using NetGen.Training;

namespace NetGen.Checking;

/// <summary>
/// How large the gradient of each layer is: ‖∂J/∂θˡ‖, the Euclidean norm over all parameters of layer l, and of all of
/// them together. Norms that shrink from the last layer to the first are a gradient that vanishes, norms that grow one
/// that explodes (Hochreiter, 1991; Bengio, Simard and Frasconi, 1994).
/// </summary>
public sealed class GradientNorms
{
    private GradientNorms(ImmutableArray<(string Layer, double Norm)> layers)
    {
        Layers = layers;
        Total = VectorNorm.Of<double>([.. layers.Select(layer => layer.Norm)]);
    }

    /// <summary>
    /// The layers that have parameters of their own and the norm of each one's gradient, in the network's order; one
    /// that shares the parameters of another is counted there.
    /// </summary>
    public ImmutableArray<(string Layer, double Norm)> Layers { get; }

    /// <summary>‖∂J/∂θ‖ = √Σ ‖∂J/∂θˡ‖².</summary>
    public double Total { get; }

    /// <summary>The norm of one layer's gradient.</summary>
    /// <param name="layer">A name such as <c>Dense1</c>.</param>
    /// <exception cref="ArgumentException">No such layer has parameters; the message lists those that have.</exception>
    public double this[string layer]
    {
        get
        {
            foreach ((string name, double norm) in Layers)
            {
                if (name == layer)
                {
                    return norm;
                }
            }

            throw new ArgumentException($"No layer with parameters is named '{layer}'; there are {string.Join(", ", Layers.Select(each => each.Layer))}.", nameof(layer));
        }
    }

    /// <summary>Measures a gradient.</summary>
    /// <param name="network">The network that the gradient is of.</param>
    /// <param name="gradient">∂J/∂θ in the layout of the network's parameters, as its <see cref="INetwork{T}.Gradient"/> gives it.</param>
    /// <exception cref="ArgumentException">The gradient has another length than the network's layout.</exception>
    public static GradientNorms Of<T>(INetwork<T> network, ReadOnlySpan<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        Expect.Length(gradient.Length, network.Layout.Length, nameof(gradient));
        var layers = ImmutableArray.CreateBuilder<(string, double)>();
        foreach (IGrouping<int, ParameterTensor> layer in network.Layout.Tensors.GroupBy(tensor => tensor.Node).OrderBy(layer => layer.Key))
        {
            var norms = ImmutableArray.CreateBuilder<double>();
            foreach (ParameterTensor tensor in layer)
            {
                norms.Add(VectorNorm.Of(gradient.Slice(tensor.Offset, tensor.Length)));
            }

            layers.Add((network.Description.Layers[layer.Key - 1].Name, VectorNorm.Of<double>(norms.ToImmutable().AsSpan())));
        }

        return new(layers.ToImmutable());
    }

    /// <summary>A line for each layer, and the total.</summary>
    public override string ToString()
    {
        (string Layer, string Norm)[] rows =
        [
            ("layer", "gradient norm"),
            .. Layers.Append(("total", Total)).Select(row => (row.Item1, row.Item2.ToString("E2", CultureInfo.InvariantCulture))),
        ];
        int width = rows.Max(row => row.Layer.Length);
        return string.Join("\n", rows.Select(row => $"{row.Layer.PadRight(width)}  {row.Norm,13}"));
    }
}
