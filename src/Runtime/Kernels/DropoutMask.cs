namespace NetGen.Kernels;

/// <summary>Which elements dropout keeps: a pure function of seed, step, layer, row and index.</summary>
public static class DropoutMask
{
    /// <summary>The key of a row's mask.</summary>
    public static uint Key(ulong seed, long step, int layer, int row) =>
        (uint)CounterRandom.Mix(CounterRandom.Mix(CounterRandom.Mix(seed) ^ (ulong)step) ^ ((ulong)(uint)layer << 32 | (uint)row));

    /// <summary>Whether an element is kept.</summary>
    public static bool Keeps(uint key, int index, float rate) =>
        (CounterRandom.Mix((ulong)key << 32 | (uint)index) >> 40) * (1f / (1 << 24)) >= rate;
}
