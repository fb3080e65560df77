namespace NetGen.Generator;

/// <summary>How a kind of layer is written as a step by rows, forward and backward side by side.</summary>
internal abstract class RowsEmitter
{
    /// <summary>Whether it takes sums over rows.</summary>
    public virtual bool Reduces => false;

    /// <summary>Writes the output from the inputs.</summary>
    public abstract void Forward(Operation operation, RowsWriter rows);

    /// <summary>Writes or adds to the gradients of the inputs, from the gradient of the output.</summary>
    public abstract void Backward(Operation operation, int index, RowsWriter rows);

    /// <summary>Writes one element of an input's gradient, or adds to it.</summary>
    protected static void Give(Operation operation, int index, int slot, RowsWriter rows, string value)
    {
        string din = rows.Gradient(operation.Inputs[slot]);
        rows.Store(din, rows.Adds(index, slot) ? $"{din}[j] + {value}" : value, rows.Elements(operation.Inputs[slot]));
    }
}
