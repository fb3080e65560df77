using System;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// [q, k, v] = x·Wᵢᵀ + bᵢ; for every head softmax(q·kᵀ/√D)·v with D numbers of each; y = [heads]·Wₒᵀ + bₒ. Parameters
/// are Wᵢ [3·F, F], Wₒ [F, F], bᵢ [3·F], bₒ [F]. No query meets a key behind the length, or where causal one behind itself.
/// </summary>
internal sealed class Attention<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var layer = (AttentionDescription)call.Description;
        (int steps, int size) = (call.InputShapes[0][0], call.InputShapes[0][1]);
        ReadOnlySpan<S> inputWeights = call.Parameters[..(3 * size * size)];
        ReadOnlySpan<S> outputWeights = call.Parameters.Slice(3 * size * size, size * size);
        ReadOnlySpan<S> biases = call.Parameters[(4 * size * size)..];

        S[][] projected = new S[steps][];
        for (int step = 0; step < steps; step++)
        {
            projected[step] = Affine.Of<S>(inputWeights, call.Inputs[0].AsSpan(step * size, size), layer.Bias ? biases[..(3 * size)] : []);
        }

        int length = layer.Lengths ? (int)call.Inputs[1][0].Value : steps;
        S[] y = new S[steps * size];
        for (int step = 0; step < steps; step++)
        {
            S[] joined = new S[size];
            for (int head = 0; head < layer.Heads; head++)
            {
                Head(projected, step, attended: layer.Causal ? Math.Min(step + 1, length) : length, size, head, size / layer.Heads, joined);
            }

            Affine.Of<S>(outputWeights, joined, layer.Bias ? biases[(3 * size)..] : []).CopyTo(y, step * size);
        }

        return y;
    }

    /// <summary>What a head makes of a step, from the first so many steps.</summary>
    private static void Head(S[][] projected, int step, int attended, int size, int head, int numbers, S[] joined)
    {
        Span<S> Part(int of, int part) => projected[of].AsSpan((part * size) + (head * numbers), numbers);

        S[] scores = new S[attended];
        for (int other = 0; other < attended; other++)
        {
            scores[other] = Sum.OfProducts<S>(Part(step, 0), Part(other, 1)) / S.From(Math.Sqrt(numbers));
        }

        // The shift changes nothing but keeps the exponentials from overflowing.
        S largest = S.From(scores.Max(score => score.Value));
        S[] exponentials = Array.ConvertAll(scores, score => S.Exp(score - largest));
        S sum = Sum.Of<S>(exponentials);
        for (int number = 0; number < numbers; number++)
        {
            S[] terms = new S[attended];
            for (int other = 0; other < attended; other++)
            {
                terms[other] = exponentials[other] / sum * Part(other, 2)[number];
            }

            joined[(head * numbers) + number] = Sum.Of<S>(terms);
        }
    }
}
