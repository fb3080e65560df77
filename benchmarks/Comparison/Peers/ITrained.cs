namespace NetGen.Comparison.Peers;

/// <summary>A run whose parameters can be looked at.</summary>
internal interface ITrained : IRun
{
    /// <summary>All of them, in canonical order.</summary>
    float[] Parameters();
}
