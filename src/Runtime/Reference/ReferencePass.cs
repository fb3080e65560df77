using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// The forward pass in its plainest form, one row at a time, over any number type. It is what compiled networks are
/// held against; with dual numbers or tape variables it also gives their gradients, derived by nobody.
/// </summary>
public static class ReferencePass
{
    /// <summary>Computes every node of a network for one row.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">All tensors of <see cref="ParameterLayout.Canonical"/>, one after another.</param>
    /// <param name="input">The row, [input size].</param>
    /// <param name="training">Which dropout masks to apply, or null to predict without dropout.</param>
    /// <returns>Node 0 is the input, node i the output of layer i, each in row-major order.</returns>
    /// <exception cref="ArgumentException">A length does not fit the description, or a number is none of its <see cref="NetworkDescription.Domain"/>.</exception>
    public static S[][] Forward<S>(
        NetworkDescription description, ReadOnlySpan<S> parameters, ReadOnlySpan<S> input, DropoutKey? training)
        where S : IScalar<S>
    {
        Expect.Length(parameters.Length, description.ParameterCount, nameof(parameters));
        Expect.Length(input.Length, description.InputSize, nameof(input));
        if (description.Domain.HasWhole)
        {
            description.Domain.Check<double>([.. input.ToArray().Select(number => number.Value)]);
        }

        S[][] nodes = new S[description.Layers.Length + 1][];
        nodes[0] = input.ToArray();
        int[] starts = new int[nodes.Length];
        int end = 0;
        for (int node = 1; node < nodes.Length; node++)
        {
            LayerDescription layer = description.Layers[node - 1];
            int owner = layer.Shares ?? node;
            int first = node == owner ? end : starts[owner];
            int count = description.ParameterCountOf(owner);
            starts[node] = first;
            end = Math.Max(end, first + count);
            nodes[node] = Layers<S>.Of(layer).Forward(new LayerCall<S>
            {
                Node = node,
                Description = layer,
                Inputs = [.. layer.Inputs.Select(from => nodes[from])],
                InputShapes = description.InputShapesOf(node),
                Parameters = parameters.Slice(first, count),
                Training = training,
            });
        }

        return nodes;
    }

    /// <summary>The output of one row.</summary>
    /// <param name="description">The network.</param>
    /// <param name="nodes">What <see cref="Forward"/> returned.</param>
    public static S[] Output<S>(NetworkDescription description, S[][] nodes)
        where S : IScalar<S> => [.. description.Outputs.SelectMany(node => nodes[node])];

    /// <summary>The loss ℓ of one row; of several, Σ w·ℓ.</summary>
    /// <param name="description">The network; it declares a loss.</param>
    /// <param name="nodes">What <see cref="Forward"/> returned.</param>
    /// <param name="target">The target y, [output size]; for a class, 1 at its index and 0 elsewhere.</param>
    /// <remarks>
    /// Cross-entropy of a softmax and binary cross-entropy of a sigmoid, flattened or reshaped or not, are computed
    /// from the logits z, so that they do not overflow; their derivative by z is ŷ − y.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    public static S Loss<S>(NetworkDescription description, S[][] nodes, ReadOnlySpan<S> target)
        where S : IScalar<S>
    {
        if (description.Losses.IsEmpty)
        {
            throw new InvalidOperationException($"{description.Name} declares no loss; add one to its description.");
        }

        Expect.Length(target.Length, description.OutputSize, nameof(target));
        var terms = new List<S>();
        foreach (LossDescription loss in description.Losses)
        {
            (LossFunction<S> function, int node) = Losses<S>.Of(description, loss);
            int elements = NetworkDescription.Elements(description.Shapes[loss.Node]);
            S term = function.Of(nodes[node], target[..elements]);
            terms.Add(loss.Weight == 1 ? term : S.From(loss.Weight) * term);
            target = target[elements..];
        }

        return Sum.Of<S>(terms.ToArray());
    }
}
