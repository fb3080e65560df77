namespace NetGen.Randomness;

/// <summary>
/// Sums and products modulo 2⁶⁴ of which no step leaves 63 bits. ILGPU writes those of unsigned numbers as C does signed
/// ones, whose overflow is undefined in OpenCL: a compiler may take it not to happen, and then draw wrong conclusions.
/// </summary>
internal static class DeviceArithmetic
{
    private const ulong Half = uint.MaxValue;
    private const ulong Quarter = ushort.MaxValue;

    public static ulong Add(ulong a, ulong b)
    {
        ulong low = (a & Half) + (b & Half);
        ulong high = (a >> 32) + (b >> 32) + (low >> 32);
        return (high << 32) | (low & Half);
    }

    public static ulong Multiply(ulong a, ulong b)
    {
        // a·b = aₗ·bₗ + 2³²·(aₗ·bₕ + aₕ·bₗ), of which the last two are needed modulo 2³².
        ulong even = (a & Half) * (b & Quarter);
        ulong odd = (a & Half) * ((b >> 16) & Quarter);
        ulong low = even + ((odd & Quarter) << 16);
        ulong high = (low >> 32) + (odd >> 16) + Low(a & Half, b >> 32) + Low(a >> 32, b & Half);
        return (high << 32) | (low & Half);
    }

    /// <summary>a·b modulo 2³², of numbers below 2³².</summary>
    private static ulong Low(ulong a, ulong b) => (a * (b & Quarter) + (((a * (b >> 16)) & Quarter) << 16)) & Half;
}
