namespace NetGen.Checking;

/// <summary>One row to pass through a network.</summary>
/// <param name="Input">[input size].</param>
/// <param name="Target">[output size]; empty without a loss.</param>
/// <param name="Upstream">∂J/∂ŷ for the backward pass, [output size]; empty where none is tried.</param>
/// <param name="Weight">What it counts in the cost.</param>
internal sealed record ProofRow(float[] Input, float[] Target, float[] Upstream, float Weight);
