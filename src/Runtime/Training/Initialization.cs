using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>
/// The initial parameters of a network: weights drawn as their layers ask, biases 0, the scales of
/// normalizations 1, slopes 0.25; those of recurrent layers, biases included, uniform between ±1/√units, and the weights of attention uniform too, as PyTorch draws them. Every draw is keyed by seed, node and canonical index and
/// rounded to float whatever the number type, so a compiled network and its reference start from the same numbers.
/// </summary>
public static class Initialization
{
    /// <summary>Fills the parameters of a network; padding becomes 0.</summary>
    /// <param name="description">The network.</param>
    /// <param name="layout">Where its parameters lie.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="parameters">Receives <see cref="ParameterLayout.Length"/> numbers.</param>
    /// <exception cref="ArgumentException">The length does not fit the layout.</exception>
    public static void Fill<T>(NetworkDescription description, ParameterLayout layout, ulong seed, Span<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (parameters.Length != layout.Length)
        {
            throw new ArgumentException(Invariant($"{description.Name} has {layout.Length} numbers of parameters; the span has {parameters.Length}."), nameof(parameters));
        }

        parameters.Clear();
        foreach (ParameterTensor tensor in layout.Tensors)
        {
            LayerDescription layer = description.Layers[tensor.Node - 1];
            double start = layer.StartOf(tensor.Name[(layer.Name.Length + 1)..]);
            for (int index = 0; index < tensor.Count && start != 0; index++)
            {
                parameters[tensor.Position(index)] = T.CreateTruncating(start);
            }
        }

        foreach (IGrouping<int, ParameterTensor> own in layout.Tensors.GroupBy(tensor => tensor.Node))
        {
            if (description.Layers[own.Key - 1] is RecurrenceDescription recurrent)
            {
                FillUniformly(own, _ => 1 / Math.Sqrt(recurrent.Units), seed, parameters);
            }
            else if (description.Layers[own.Key - 1] is AttentionDescription)
            {
                // Glorot's bound for all three projections as one; then PyTorch's of a linear layer.
                FillUniformly(own.Take(2), weights => Math.Sqrt(weights == own.First() ? 6.0 / (4 * weights.Shape[1]) : 1.0 / weights.Shape[1]), seed, parameters);
            }
        }

        foreach (ParameterTensor tensor in layout.Tensors.Where(tensor => tensor.Shape.Length > 1 && description.Layers[tensor.Node - 1].Draws is not null))
        {
            // Each output sums over Shape[1] inputs; in a convolution, each as often as the kernel has elements.
            int kernel = tensor.Count / (tensor.Shape[0] * tensor.Shape[1]);
            Initializer initializer = Resolve(description, tensor.Node);
            (Func<ulong, int, long, double> draw, Func<double?, int, int, double> scaleOf) = InitializerDraws.Of(initializer);
            double scale = scaleOf(Draws(description, tensor.Node).Scale, tensor.Shape[1] * kernel, tensor.Shape[0] * kernel);
            double[] draws = new double[tensor.Count];
            for (int index = 0; index < draws.Length; index++)
            {
                draws[index] = draw(seed, tensor.Node, index);
            }

            if (initializer == Initializer.Orthogonal)
            {
                Orthonormal.Make(draws, tensor.Shape[0], tensor.Count / tensor.Shape[0]);
            }

            for (int index = 0; index < draws.Length; index++)
            {
                parameters[tensor.Position(index)] = T.CreateTruncating((float)(scale * draws[index]));
            }
        }
    }

    /// <summary>Fills the statistics of a network: running means 0, running variances 1; padding becomes 0.</summary>
    /// <param name="layout">Where they lie.</param>
    /// <param name="statistics">Receives <see cref="ParameterLayout.Length"/> numbers.</param>
    /// <exception cref="ArgumentException">The length does not fit the layout.</exception>
    public static void FillStatistics<T>(ParameterLayout layout, Span<T> statistics)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(layout);
        Expect.Length(statistics.Length, layout.Length, nameof(statistics));
        statistics.Clear();
        foreach (ParameterTensor tensor in layout.Tensors.Where(tensor => tensor.IsVariance))
        {
            statistics.Slice(tensor.Offset, tensor.Count).Fill(T.One);
        }
    }

    /// <summary>What <see cref="Initializer.Auto"/> means for a layer with weights: He before the ReLU family, LeCun otherwise.</summary>
    /// <param name="description">The network.</param>
    /// <param name="node">The layer's node.</param>
    /// <returns>The layer's initializer, never Auto.</returns>
    /// <exception cref="ArgumentException">The layer has no weights.</exception>
    public static Initializer Resolve(NetworkDescription description, int node)
    {
        Initializer initializer = Draws(description, node).Initializer;
        if (initializer != Initializer.Auto)
        {
            return initializer;
        }

        bool rectified = description.Layers.Any(layer => layer.Inputs[0] == node && (layer is PReLUDescription || (layer is ActivateDescription activate && Rectifies(activate.Activation))));
        return rectified ? Initializer.He : Initializer.LeCun;
    }

    private static bool Rectifies(Activation activation) => activation is
        Activation.ReLU or Activation.LeakyReLU or Activation.ReLU6 or Activation.ELU or Activation.GELU or Activation.GELUTanh or
        Activation.SiLU or Activation.HardSwish or Activation.Mish;

    private static WeightDraws Draws(NetworkDescription description, int node)
    {
        LayerDescription layer = description.Layers[node - 1];
        return layer.Draws ?? throw new ArgumentException($"{layer.Name}, {layer.Summary}, has no weights to draw.");
    }

    /// <summary>Tensors of a layer, each uniform between ± its bound, one after another from one stream.</summary>
    private static void FillUniformly<T>(IEnumerable<ParameterTensor> tensors, Func<ParameterTensor, double> boundOf, ulong seed, Span<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        long drawn = 0;
        foreach (ParameterTensor tensor in tensors)
        {
            double bound = boundOf(tensor);
            for (int index = 0; index < tensor.Count; index++)
            {
                double draw = InitializerDraws.Uniform(seed, tensor.Node, drawn + index);
                parameters[tensor.Position(index)] = T.CreateTruncating((float)(bound * draw));
            }

            drawn += tensor.Count;
        }
    }
}
