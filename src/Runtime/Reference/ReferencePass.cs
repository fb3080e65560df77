using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// The forward pass in its plainest form, row by row but where batch normalization couples the rows, over any number type. It is what compiled networks are
/// held against; with dual numbers or tape variables it also gives their gradients, derived by nobody.
/// </summary>
public static class ReferencePass
{
    /// <summary>Computes every node of a network for one row.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">All tensors of <see cref="ParameterLayout.Canonical"/>, one after another.</param>
    /// <param name="input">The row, [input size].</param>
    /// <param name="training">Which dropout masks to apply, or null to predict without dropout.</param>
    /// <param name="statistics">All tensors of <see cref="ParameterLayout.CanonicalStatistics"/>, one after another; only predicting reads them.</param>
    /// <returns>Node 0 is the input, node i the output of layer i, each in row-major order.</returns>
    /// <exception cref="ArgumentException">A length does not fit the description, or a number is none of its <see cref="NetworkDescription.Domain"/>.</exception>
    public static S[][] Forward<S>(
        NetworkDescription description, ReadOnlySpan<S> parameters, ReadOnlySpan<S> input, DropoutKey? training, ReadOnlySpan<S> statistics = default)
        where S : IScalar<S> =>
        Forward(description, parameters, [input.ToArray()], training is { } key ? [key] : null, statistics)[0];

    /// <summary>Computes every node of a network for the rows of a batch, which batch normalization couples while training.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">All tensors of <see cref="ParameterLayout.Canonical"/>, one after another.</param>
    /// <param name="inputs">The rows, each [input size].</param>
    /// <param name="training">Which dropout masks to apply to each row, or null to predict without dropout.</param>
    /// <param name="statistics">All tensors of <see cref="ParameterLayout.CanonicalStatistics"/>, one after another; only predicting reads them.</param>
    /// <returns>For each row every node, as <see cref="Forward{S}(NetworkDescription, ReadOnlySpan{S}, ReadOnlySpan{S}, DropoutKey?, ReadOnlySpan{S})"/> gives them.</returns>
    /// <exception cref="ArgumentException">A length does not fit the description.</exception>
    public static S[][][] Forward<S>(
        NetworkDescription description, ReadOnlySpan<S> parameters, S[][] inputs, DropoutKey[]? training, ReadOnlySpan<S> statistics = default)
        where S : IScalar<S>
    {
        Expect.Length(parameters.Length, description.ParameterCount, nameof(parameters));
        Array.ForEach(inputs, input => Expect.Length(input.Length, description.InputSize, nameof(input)));
        if (training is null)
        {
            Expect.Length(statistics.Length, ParameterLayout.CanonicalStatistics(description).Count, nameof(statistics));
        }

        S[][][] rows = Array.ConvertAll(inputs, input => new S[description.Layers.Length + 1][]);
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row][0] = inputs[row];
        }

        if (description.Domain.HasWhole)
        {
            description.Domain.Check<double>([.. inputs.SelectMany(input => input).Select(number => number.Value)]);
        }

        int[] starts = new int[description.Layers.Length + 1];
        int end = 0;
        for (int node = 1; node <= description.Layers.Length; node++)
        {
            LayerDescription layer = description.Layers[node - 1];
            int owner = layer.Shares ?? node;
            int first = node == owner ? end : starts[owner];
            int count = description.ParameterCountOf(owner);
            starts[node] = first;
            end = Math.Max(end, first + count);
            int own = training is null ? description.StatisticsOf(node).Sum(tensor => NetworkDescription.Elements(tensor.Shape)) : 0;
            Layer<S> computing = Layers<S>.Of(layer);
            S[][]? together = training is null ? null : computing.ForwardTogether(Call(parameters.Slice(first, count), default, [], null), [.. rows.Select(nodes => nodes[layer.Inputs[0]])]);
            for (int row = 0; row < rows.Length; row++)
            {
                S[][] nodes = rows[row];
                nodes[node] = together?[row] ?? computing.Forward(Call(parameters.Slice(first, count), statistics[..own], [.. layer.Inputs.Select(from => nodes[from])], training?[row]));
            }

            statistics = statistics[own..];

            LayerCall<S> Call(ReadOnlySpan<S> parameters, ReadOnlySpan<S> statistics, S[][] taken, DropoutKey? key) => new()
            {
                Node = node,
                Description = layer,
                Inputs = taken,
                InputShapes = description.InputShapesOf(node),
                Parameters = parameters,
                Statistics = statistics,
                Training = key,
            };
        }

        return rows;
    }

    /// <summary>The output of one row.</summary>
    /// <param name="description">The network.</param>
    /// <param name="nodes">What <see cref="Forward{S}(NetworkDescription, ReadOnlySpan{S}, ReadOnlySpan{S}, DropoutKey?, ReadOnlySpan{S})"/> returned.</param>
    public static S[] Output<S>(NetworkDescription description, S[][] nodes)
        where S : IScalar<S> => [.. description.Outputs.SelectMany(node => nodes[node])];

    /// <summary>The loss ℓ of one row; of several, Σ w·ℓ.</summary>
    /// <param name="description">The network; it declares a loss.</param>
    /// <param name="nodes">What <see cref="Forward{S}(NetworkDescription, ReadOnlySpan{S}, ReadOnlySpan{S}, DropoutKey?, ReadOnlySpan{S})"/> returned.</param>
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
            S term = function.Of(loss, nodes[node], target[..elements]);
            terms.Add(loss.Weight == 1 ? term : S.From(loss.Weight) * term);
            target = target[elements..];
        }

        return Sum.Of<S>(terms.ToArray());
    }

    /// <summary>What the weights cost: Σ λ/2·‖W‖² + λ₁·Σ|w| over the tensors that a penalty is of; 0 where none is.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">All tensors of <see cref="ParameterLayout.Canonical"/>, one after another.</param>
    /// <param name="proximal">Whether what is left to proximal steps counts: it stands in the cost, and not in the gradient.</param>
    public static S Penalty<S>(NetworkDescription description, ReadOnlySpan<S> parameters, bool proximal = true)
        where S : IScalar<S>
    {
        Expect.Length(parameters.Length, description.ParameterCount, nameof(parameters));
        var terms = new List<S> { S.From(0) };
        for (int node = 1; node <= description.Layers.Length; node++)
        {
            foreach ((_, ImmutableArray<int> shape) in description.ParametersOf(node))
            {
                int count = NetworkDescription.Elements(shape);
                if (description.PenaltyOf(node, shape) is { } penalty)
                {
                    S squares = S.From(penalty.Lambda2 / 2), magnitudes = S.From(penalty.Proximal && !proximal ? 0 : penalty.Lambda1);
                    foreach (S w in parameters[..count])
                    {
                        terms.Add(squares * (w * w));
                        terms.Add(magnitudes * (S.IsPositive(w) ? w : S.IsPositive(-w) ? -w : S.From(0)));
                    }
                }

                parameters = parameters[count..];
            }
        }

        return Sum.Of<S>(terms.ToArray());
    }
}
