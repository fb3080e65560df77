namespace NetGen.Generator;

/// <summary>
/// How a loss is written: adds ℓ of a row, times <c>weight</c>, to <c>cost</c> and writes the gradient of an output's last
/// tensor, times <c>factor</c>. The row of the gradient holds the target when it begins. What each output counts, where
/// that is declared, lies at <c>outputWeights</c>.
/// </summary>
internal abstract class LossEmitter
{
    /// <summary>The formula, for a comment.</summary>
    public abstract string Formula(LossModel loss);

    /// <summary>Writes the loss against a target row.</summary>
    public abstract void OfTargets(NetworkOutput output, PassWriter pass);

    /// <summary>Writes the loss against the index of a class; only for losses that take one.</summary>
    public virtual void OfLabels(NetworkOutput output, PassWriter pass)
    {
    }

    /// <summary>Whether a target may be the index of a class.</summary>
    public virtual bool TakesLabels => false;
}
