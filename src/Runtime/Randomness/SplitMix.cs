namespace NetGen.Randomness;

/// <summary>The mixing of SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
internal static class SplitMix
{
    /// <summary>2⁶⁴ divided by the golden ratio, odd: the distance of successive counters.</summary>
    public const ulong Golden = 0x9E3779B97F4A7C15;

    public const ulong FirstMultiplier = 0xBF58476D1CE4E5B9;
    public const ulong SecondMultiplier = 0x94D049BB133111EB;

    /// <summary>A bijection of 64 bits in which every input bit moves every output bit.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * FirstMultiplier;
        bits = (bits ^ (bits >> 27)) * SecondMultiplier;
        return bits ^ (bits >> 31);
    }

    /// <summary>The key of one of a seed's streams.</summary>
    public static ulong Key(ulong seed, ulong stream) => Mix(Mix(seed + Golden) + stream * Golden);
}
