using System;

namespace NetGen.Checking;

/// <summary>What a gradient call gave.</summary>
/// <param name="Cost">J.</param>
/// <param name="Gradient">∂J/∂θ in the network's layout.</param>
/// <param name="Input">∂J/∂x; empty where it was not asked for.</param>
internal sealed record GradientAnswer(float Cost, Guarded Gradient, Guarded Input)
{
    public bool SameBits(GradientAnswer other) =>
        BitConverter.SingleToInt32Bits(Cost) == BitConverter.SingleToInt32Bits(other.Cost) && Gradient.SameBits(other.Gradient) && Input.SameBits(other.Input);
}
