using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// ℓ = −Σ (y ln σ(z) + (1 − y) ln(1 − σ(z))) = Σ (ln(1 + eᶻ) − y·z), from the logits z. With
/// ln(1 + eᶻ) = z + ln(1 + e⁻ᶻ) the exponential never overflows.
/// </summary>
internal sealed class BinaryCrossEntropyFromLogits<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S[] terms = new S[output.Length];
        for (int index = 0; index < terms.Length; index++)
        {
            (S z, S y) = (output[index], target[index]);
            terms[index] = z.Value < 0
                ? S.Log(S.From(1) + S.Exp(z)) - y * z
                : S.Log(S.From(1) + S.Exp(-z)) + (S.From(1) - y) * z;
        }

        return Sum.Of<S>(terms);
    }
}
