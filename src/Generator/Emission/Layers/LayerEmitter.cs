namespace NetGen.Generator;

/// <summary>How a kind of layer is written: forward and backward side by side.</summary>
internal abstract class LayerEmitter
{
    /// <summary>The formula, for a comment: <c>a1 = tanh(W1·x + b1)</c>.</summary>
    public abstract string Formula(Operation operation, PassWriter pass);

    /// <summary>Writes the output from the inputs.</summary>
    public abstract void Forward(Operation operation, PassWriter pass);

    /// <summary>
    /// Writes or adds to the gradients of the inputs and of the parameters, from the gradient of the output.
    /// </summary>
    public abstract void Backward(Operation operation, PassWriter pass, BackwardRequest request);

    /// <summary>The vector operations of predicting a row when they are written out, for the budget of a method; none for a layer that only trains.</summary>
    public virtual int VectorOperations(Operation operation, NetworkProgram program, int lanes) => 0;

    /// <summary>What <see cref="Forward"/> writes.</summary>
    public abstract MethodCost ForwardCost(Operation operation, PassWriter pass);

    /// <summary>What <see cref="Backward"/> writes.</summary>
    public abstract MethodCost BackwardCost(Operation operation, PassWriter pass);

    /// <summary>The vectors that hold so many elements.</summary>
    public static int Vectors(int elements, int lanes) => (elements + lanes - 1) / lanes;
}
