namespace NetGen;

/// <summary>The parameters of a learned positional encoding of a network.</summary>
public readonly struct PositionalEncodingParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterTensor weights;

    /// <summary>A view of the table.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="weights">W.</param>
    public PositionalEncodingParameters(AlignedBuffer<float> buffer, ParameterTensor weights)
    {
        this.buffer = buffer;
        this.weights = weights;
    }

    /// <summary>W [T, F], a vector for every step.</summary>
    public ParameterView Weights => new(buffer, weights);
}
