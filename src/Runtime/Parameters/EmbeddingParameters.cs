namespace NetGen;

/// <summary>The parameters of an embedding of a network.</summary>
public readonly struct EmbeddingParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterTensor weights;

    /// <summary>A view of the table.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="weights">W.</param>
    public EmbeddingParameters(AlignedBuffer<float> buffer, ParameterTensor weights)
    {
        this.buffer = buffer;
        this.weights = weights;
    }

    /// <summary>W [symbols, size].</summary>
    public ParameterView Weights => new(buffer, weights);
}
