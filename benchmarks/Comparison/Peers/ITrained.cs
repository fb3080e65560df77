namespace NetGen.Comparison.Peers;

/// <summary>A run whose parameters can be looked at.</summary>
internal interface ITrained : IRun
{
    /// <summary>W [outputs, inputs] and b of every layer, one after another.</summary>
    float[] Parameters();
}
