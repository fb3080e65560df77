using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Floors;

/// <summary>The least time that a call can take on this machine, measured round by round beside the contestants.</summary>
internal sealed class Floor
{
    private readonly Stream stream;
    private readonly Work work;
    private readonly int threads;
    private readonly List<Limits> rounds = [];

    public Floor(Workload workload, Work work, int rows, int threads)
    {
        this.work = work;
        this.threads = threads;
        stream = new Stream(workload.ParameterCount());
        Operations = Cost.Operations(workload, work, rows);
    }

    /// <summary>The floating-point operations of a call, multiplication and addition counted each.</summary>
    public double Operations { get; }

    /// <summary>The FMA peak in GFLOP/s, of all threads, the median of the rounds.</summary>
    public double Peak => rounds.Select(round => round.Peak).Median();

    /// <summary>Nanoseconds of the multiply-adds at their peak.</summary>
    public double Arithmetic => rounds.Select(Arithmetics).Median();

    /// <summary>Nanoseconds to stream what lies in memory.</summary>
    public double Memory => rounds.Select(round => round.Memory).Median();

    /// <summary>The least nanoseconds.</summary>
    public double Nanoseconds => rounds.Select(Least).Median();

    /// <summary>Bytes per nanosecond of reading the parameters, or of an update's reads and writes: GB/s.</summary>
    public double Bandwidth => (work == Work.Train ? 7 : 1) * stream.Bytes / Memory;

    /// <summary>One round.</summary>
    public void Measure() => rounds.Add(new(
        threads * FmaPeak.Measure(FmaPeak.RunningForm),
        (work == Work.Train ? stream.Update() : stream.Read()) / threads));

    /// <summary>The share of the FMA peak that measurements of the same rounds reach.</summary>
    public double ShareOfPeak(IEnumerable<double> times) => times.Zip(rounds, (time, round) => Arithmetics(round) / time).Median();

    /// <summary>The floor, as a share of measurements of the same rounds.</summary>
    public double ShareOfFloor(IEnumerable<double> times) => times.Zip(rounds, (time, round) => Least(round) / time).Median();

    private double Arithmetics(Limits round) => Operations / round.Peak;

    private double Least(Limits round) => Math.Max(Arithmetics(round), round.Memory);

    private readonly record struct Limits(double Peak, double Memory);
}
