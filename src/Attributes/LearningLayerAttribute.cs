namespace NetGen;

/// <summary>What every layer with parameters has besides: it may use those of another.</summary>
public abstract class LearningLayerAttribute : LayerAttribute
{
    private protected LearningLayerAttribute()
    {
    }

    /// <summary>
    /// The name of a layer above of the same kind and sizes whose parameters this one uses as well. They are there once,
    /// under that layer's name, and their gradient is the sum over all uses. By default a layer has parameters of its own.
    /// </summary>
    public string? Share { get; set; }
}
