using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// ℓ = −Σ w·y′ ln Softmax(z) with y′ = y(1 − s) + s/K, from the logits z; a class of target 0 adds nothing, be its
/// logarithm −∞.
/// </summary>
internal sealed class CrossEntropyFromLogits<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S[] terms = LogSoftmax<S>.Of(output.ToArray());
        for (int index = 0; index < terms.Length; index++)
        {
            S y = target[index];
            y = loss.LabelSmoothing == 0 ? y : y * S.From(1 - loss.LabelSmoothing) + S.From(loss.LabelSmoothing / terms.Length);
            y = loss.ClassWeights.IsEmpty ? y : S.From(loss.ClassWeights[index]) * y;
            terms[index] = y.Value == 0 && double.IsNegativeInfinity(terms[index].Value) ? S.From(0) : -y * terms[index];
        }

        return Sum.Of<S>(terms);
    }
}
