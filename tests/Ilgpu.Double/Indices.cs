namespace ILGPU;

public readonly record struct Index1D(int X)
{
    public static implicit operator Index1D(int x) => new(x);

    public static implicit operator int(Index1D index) => index.X;
}

public readonly record struct LongIndex1D(long X)
{
    public static implicit operator LongIndex1D(long x) => new(x);

    public static implicit operator long(LongIndex1D index) => index.X;
}

/// <summary>How many groups are launched, and of how many work-items.</summary>
public readonly struct KernelConfig(Index1D gridDim, Index1D groupDim)
{
    internal int Groups => gridDim;

    internal int GroupSize => groupDim;
}

public static class Stride1D
{
    public readonly struct Dense;
}
