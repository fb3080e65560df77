namespace NetGen.Generator;

/// <summary>How an elementwise activation is written, forward and backward.</summary>
internal abstract class ActivationEmitter
{
    /// <summary>The formula, for comments: <c>tanh(z)</c>.</summary>
    public abstract string Formula(string z);

    /// <summary>ψ(z) of a vector.</summary>
    public virtual string Forward(VectorForm form, string z, ActivateModel activate) => $"{Struct(activate)}.Apply({z})";

    /// <summary>The gradient d of the output times ψ′, from the output a = ψ(z), or from z where the model keeps its input.</summary>
    public abstract string Backward(VectorForm form, string kept, string d, ActivateModel activate);

    /// <summary>ψ(z) of one number, a variable, for devices.</summary>
    public abstract string Scalar(string z, ActivateModel activate);

    /// <summary>What <see cref="Backward"/> writes, of one number, for devices.</summary>
    public abstract string ScalarBackward(string kept, string d, ActivateModel activate);

    /// <summary>The struct that stands for it in a shared tile.</summary>
    public abstract string Struct(ActivateModel activate);
}
