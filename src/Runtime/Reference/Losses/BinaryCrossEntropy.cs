using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// ℓ = −Σ (w·y ln ŷ + (1 − y) ln(1 − ŷ)) of probabilities that come from no single sigmoid. The logarithms are held at
/// −100 or above, and the denominator of ∂ℓ/∂ŷ = ((1 − y)·ŷ − w·y·(1 − ŷ)) / ((1 − ŷ)·ŷ) at 10⁻¹² (as a float) or above,
/// both as in PyTorch.
/// </summary>
internal sealed class BinaryCrossEntropy<S> : LossFunction<S>
    where S : IScalar<S>
{
    private const double LeastLog = -100;
    private const double LeastDenominator = 1e-12f;

    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S[] terms = new S[output.Length];
        for (int index = 0; index < terms.Length; index++)
        {
            terms[index] = Term(output[index], PositiveTarget<S>.Of(loss, target, index), S.From(1) - target[index]);
        }

        return Sum.Of<S>(terms);
    }

    private static S Term(S p, S y, S notY)
    {
        S notP = S.From(1) - p;
        if (S.IsPositive(p * notP - S.From(LeastDenominator)) || double.IsNaN(p.Value))
        {
            return -(y * S.Log(p) + notY * S.Log(notP));
        }

        // The value is clamped and the derivative is not the value's: a straight line through the point has both.
        S point = S.From(p.Value);
        S value = -(y * Clamped(point) + notY * Clamped(S.From(1) - point));
        S slope = (notY * point - y * (S.From(1) - point)) / S.From(LeastDenominator);
        return value + slope * (p - point);
    }

    private static S Clamped(S probability) => S.From(Math.Max(S.Log(probability).Value, LeastLog));
}
