using System.Globalization;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace NetGen.Comparison.Peers.Torch;

/// <summary>A task in another process, which times itself.</summary>
internal sealed class TorchRun : ITrained
{
    private readonly TorchProcess process;
    private readonly string id;

    /// <param name="order">How images lie in memory, channelsfirst or channelslast; others have one order.</param>
    public TorchRun(TorchProcess process, string id, Work work, int rows, int threads, string order, string file)
    {
        (this.process, this.id) = (process, id);
        string word = work switch { Work.PredictRow => "row", Work.PredictBatch => "batch", Work.Step => "step", _ => "train" };
        process.Ask(Invariant($"prepare {id} {word} {rows} {threads} {order} {file}"));
    }

    public double Measure(int calls) => double.Parse(process.Ask(Invariant($"measure {id} {calls}")), CultureInfo.InvariantCulture);

    public void Latencies(Span<double> nanoseconds)
    {
        double[] times = Numbers(process.Ask(Invariant($"latencies {id} {nanoseconds.Length}")), text => double.Parse(text, CultureInfo.InvariantCulture));
        times.CopyTo(nanoseconds);
    }

    public float[] Predict(ReadOnlySpan<float> row)
    {
        string values = string.Join(' ', row.ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        return Numbers(process.Ask($"predict {id} {values}"), text => float.Parse(text, CultureInfo.InvariantCulture));
    }

    public float[] Parameters()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            process.Ask($"parameters {id} {file}");
            return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Dispose() => process.Ask($"drop {id}");

    private static T[] Numbers<T>(string line, Func<string, T> parse) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parse)];
}
