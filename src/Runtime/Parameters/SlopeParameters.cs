namespace NetGen;

/// <summary>The slopes that a PReLU of a network learns.</summary>
public readonly struct SlopeParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterTensor weights;

    /// <summary>A view of the slopes.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="weights">a.</param>
    public SlopeParameters(AlignedBuffer<float> buffer, ParameterTensor weights)
    {
        this.buffer = buffer;
        this.weights = weights;
    }

    /// <summary>a [1], or [C] with one for every channel.</summary>
    public ParameterView Weights => new(buffer, weights);
}
