using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Floors;

/// <summary>The least time that a call can take on this machine: limits measured in every round, of which the best counts.</summary>
internal sealed class Floor
{
    private readonly Stream stream;
    private readonly Work work;
    private readonly int threads;

    public Floor(Workload workload, Work work, int rows, int threads)
    {
        this.work = work;
        this.threads = threads;
        stream = new Stream(workload.Network.ParameterCount);
        Operations = Cost.Operations(workload, work, rows);
    }

    /// <summary>The floating-point operations of a call, multiplication and addition counted each.</summary>
    public double Operations { get; }

    /// <summary>The FMA peak in GFLOP/s, of all threads.</summary>
    public double Peak { get; private set; }

    /// <summary>Nanoseconds to stream what lies in memory, shared by all threads.</summary>
    public double Memory { get; private set; } = double.PositiveInfinity;

    /// <summary>Nanoseconds of the multiply-adds at their peak.</summary>
    public double Arithmetic => Operations / Peak;

    /// <summary>The least nanoseconds.</summary>
    public double Nanoseconds => Math.Max(Arithmetic, Memory);

    /// <summary>Bytes per nanosecond of reading the parameters, or of an update's reads and writes: GB/s.</summary>
    public double Bandwidth => (work == Work.Train ? Stream.UpdatedArrays : 1) * stream.Bytes / Memory;

    /// <summary>One round.</summary>
    public void Measure()
    {
        Peak = Math.Max(Peak, threads * FmaPeak.Measure(FmaPeak.RunningForm));
        Memory = Math.Min(Memory, (work == Work.Train ? stream.Update() : stream.Read()) / threads);
    }
}
