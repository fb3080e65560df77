using System.Threading;

namespace NetGen.Generated.Tests.Support;

/// <summary>What proofs have covered, counted over threads.</summary>
internal sealed class Held
{
    private int networks;
    private int undecided;
    private int rows;
    private int leftOut;

    public int Networks => networks;

    /// <summary>Networks of which some claim could not be decided, for every row lay within the bound of a kink.</summary>
    public int Undecided => undecided;

    public void Add(int rows, int leftOut, bool decided = true)
    {
        Interlocked.Increment(ref networks);
        Interlocked.Add(ref undecided, decided ? 0 : 1);
        Interlocked.Add(ref this.rows, rows);
        Interlocked.Add(ref this.leftOut, leftOut);
    }

    public override string ToString() => $"{networks} networks hold, {undecided} of them not decided in every claim, {rows} rows, {leftOut} of them left out within the bound of a kink.";
}
