namespace NetGen.Generator;

/// <summary>A binary cross-entropy; where positive targets have weights, <c>positive</c> is w·y and <c>negative</c> 1 − y.</summary>
internal abstract class BinaryLossEmitter : ElementwiseLossEmitter
{
    protected static bool IsWeighted(LossModel loss) => loss.Options.PositiveWeights is not null;

    protected override (string Name, string Value)[] Parts(LossModel loss, VectorForm form, Index j) => IsWeighted(loss)
        ? [("positive", $"{form.Load("outputWeights", j)} * y"), ("negative", $"{form.Type}.One - y")]
        : [];
}
