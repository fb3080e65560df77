namespace NetGen.__Compiled
{
    /// <summary>The numbers that a network has on a device.</summary>
    /// <param name="Input">Those of a row of inputs.</param>
    /// <param name="InputStride">From one row of inputs to the next.</param>
    /// <param name="Output">Those of a row of outputs.</param>
    /// <param name="Parameters">Parameters and statistics.</param>
    /// <param name="Learned">Parameters.</param>
    /// <param name="Constants">What lies behind the parameters and stays as it is.</param>
    /// <param name="Scratch">What a row needs.</param>
    /// <param name="Penalties">The costs of parameters.</param>
    /// <param name="Trains">Whether the network is trained.</param>
    internal readonly record struct DeviceSizes(
        int Input, int InputStride, int Output, int Parameters, int Learned, int Constants, int Scratch, int Penalties, bool Trains);
}
