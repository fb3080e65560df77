namespace NetGen;

/// <summary>The parameters of an embedding or of a learned positional encoding of a network: a table of vectors.</summary>
public readonly struct TableParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterTensor weights;

    /// <summary>A view of the table.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="weights">W.</param>
    public TableParameters(AlignedBuffer<float> buffer, ParameterTensor weights)
    {
        this.buffer = buffer;
        this.weights = weights;
    }

    /// <summary>W [symbols, size], or [T, F] with a vector for every step.</summary>
    public ParameterView Weights => new(buffer, weights);
}
