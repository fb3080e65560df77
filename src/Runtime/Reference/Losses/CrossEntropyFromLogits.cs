using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>ℓ = −Σ y ln Softmax(z), from the logits z; a class of target 0 adds nothing, be its logarithm −∞.</summary>
internal sealed class CrossEntropyFromLogits<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S[] terms = Softmax<S>.Log(output.ToArray());
        for (int index = 0; index < terms.Length; index++)
        {
            terms[index] = target[index].Value == 0 && double.IsNegativeInfinity(terms[index].Value)
                ? S.From(0) : -target[index] * terms[index];
        }

        return Sum.Of<S>(terms);
    }
}
