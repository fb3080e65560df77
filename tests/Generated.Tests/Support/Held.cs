using System.Threading;

namespace NetGen.Generated.Tests.Support;

/// <summary>What proofs have covered, counted over threads.</summary>
internal sealed class Held
{
    private int networks;
    private int rows;
    private int leftOut;

    public int Networks => networks;

    public void Add(int rows, int leftOut)
    {
        Interlocked.Increment(ref networks);
        Interlocked.Add(ref this.rows, rows);
        Interlocked.Add(ref this.leftOut, leftOut);
    }

    public override string ToString() => $"{networks} networks hold, {rows} rows, {leftOut} of them left out within the bound of a kink.";
}
