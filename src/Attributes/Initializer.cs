namespace NetGen;

/// <summary>How weights are drawn; biases start at 0. Draws are normal with mean 0 and the variance given.</summary>
public enum Initializer
{
    /// <summary>
    /// <see cref="He"/> before ReLU and leaky ReLU, <see cref="LeCun"/> otherwise.
    /// </summary>
    Auto,

    /// <summary>All weights 0. A hidden layer that starts so never learns more than one unit could.</summary>
    Zeros,

    /// <summary>All weights the same number, <c>Scale</c>.</summary>
    Constant,

    /// <summary>Standard deviation <c>Scale</c>, 0.01 by default.</summary>
    Normal,

    /// <summary>Variance 1/inputs (LeCun et al., 1998; called Xavier by some).</summary>
    LeCun,

    /// <summary>Variance 2/inputs (He et al., 2015).</summary>
    He,

    /// <summary>Variance 2/(inputs + outputs) (Glorot and Bengio, 2010; PyTorch's Xavier).</summary>
    Glorot,

    /// <summary>Variance k/inputs with k = <c>Scale</c>, 1 by default.</summary>
    Scaled,
}
