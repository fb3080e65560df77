using System;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>ℓ = Σ y (ln y − ln Softmax(z)), from the logits z: cross-entropy less the entropy of y, in which 0 · ln 0 = 0.</summary>
internal sealed class KullbackLeiblerFromLogits<S> : LossFunction<S>
    where S : IScalar<S>
{
    private readonly CrossEntropyFromLogits<S> crossEntropy = new();

    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target) =>
        Sum.Of<S>([crossEntropy.Of(loss, output, target), .. target.ToArray().Where(y => y.Value != 0).Select(y => y * S.Log(y))]);
}
