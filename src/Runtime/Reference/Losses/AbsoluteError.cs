using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>ℓ = Σ |ŷ − y|. At 0 the derivative is that of the constant 0; NaN stays NaN.</summary>
internal sealed class AbsoluteError<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S[] terms = new S[output.Length];
        for (int index = 0; index < terms.Length; index++)
        {
            S error = output[index] - target[index];
            terms[index] = S.IsPositive(error) || double.IsNaN(error.Value) ? error : S.IsPositive(-error) ? -error : S.From(0);
        }

        return Sum.Of<S>(terms);
    }
}
