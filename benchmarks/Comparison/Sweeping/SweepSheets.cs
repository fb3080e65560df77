using System.Collections.Immutable;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Reporting;

namespace NetGen.Comparison.Sweeping;

/// <summary>The sweep as sheets.</summary>
internal static class SweepSheets
{
    private const int Wide = 64;
    private const double LeastShareOfPeak = 0.6;
    private const double LeastShareAsFast = 195.0 / 200;
    private const double LeastRatio = 0.95;
    private const int Worst = 10;

    public static Sheet Distribution(IReadOnlyCollection<Swept> swept, ulong seed, string rival)
    {
        double[] ratios = [.. swept.Select(network => network.RowRatio).OfType<double>()];
        Swept[] wide = [.. swept.Where(network => network.Workload.Perceptron!.Sizes.All(size => size >= Wide))];
        return new(
            $"Sweep · {swept.Count} random perceptrons, seed {seed}",
            ["", "least", "10 %", "25 %", "50 %", "75 %", "most"],
            [
                Row($"training step, {RandomPerceptrons.Batch} rows: of FMA peak", swept.Select(network => network.OfPeak), Numbers.Percent),
                Row("the same: of floor", swept.Select(network => network.OfFloor), Numbers.Percent),
                Row($"the same, all widths at least {Wide} ({wide.Length}): of FMA peak", wide.Select(network => network.OfPeak), Numbers.Percent),
                Row("the same, the fastest single step of each", wide.Select(network => network.LeastOfPeak), Numbers.Percent),
                .. ratios.Length > 0 ? [Row($"one row: times as fast as {rival}", ratios, Numbers.Ratio)] : ImmutableArray<ImmutableArray<string>>.Empty,
            ],
            [
                wide.Length == 0 ? $"No network has widths of at least {Wide} only." : WideVerdict(wide.Select(network => network.OfPeak).Median(), wide.Select(network => network.LeastOfPeak).Median()),
                ratios.Length == 0 ? $"{rival} is missing: prediction was compared with nobody." : RatioVerdict(ratios, rival),
                .. Sheets.BusyNote(swept.Select(network => network.Presence).Average()),
            ]);
    }

    /// <summary>The training steps furthest from their floor, and the predictions furthest behind.</summary>
    public static IEnumerable<Sheet> WorstOnes(IReadOnlyCollection<Swept> swept, string rival)
    {
        yield return List($"Sweep · the {Worst} training steps furthest from their floor", rival, swept.OrderBy(network => network.OfFloor));
        if (swept.Any(network => network.RowRatio is not null))
        {
            yield return List($"Sweep · the {Worst} predictions of one row least ahead of {rival}", rival, swept.OrderBy(network => network.RowRatio ?? double.PositiveInfinity));
        }
    }

    private static Sheet List(string title, string rival, IEnumerable<Swept> worstFirst) => new Sheet(
        title, ["network", "training step", "of FMA peak", "of floor", "one row", $"× {rival}"],
        [
            .. worstFirst.Take(Worst).Select(network => ImmutableArray.Create(
                $"{network.Workload.Name} {network.Workload.Shape}", Numbers.Time(network.Step), Numbers.Percent(network.OfPeak), Numbers.Percent(network.OfFloor),
                Numbers.Time(network.Row), network.RowRatio is double ratio ? Numbers.Ratio(ratio) : "")),
        ],
        []).Trimmed();

    private static ImmutableArray<string> Row(string what, IEnumerable<double> numbers, Func<double, string> text)
    {
        double[] all = [.. numbers];
        return [what, .. new[] { 0, 0.1, 0.25, 0.5, 0.75, 1 }.Select(share => text(all.Quantile(share)))];
    }

    private static string WideVerdict(double median, double undisturbed) =>
        $"All widths at least {Wide}: the median training step reaches {Numbers.Percent(median)} of the FMA peak, must {Numbers.Percent(LeastShareOfPeak)}: {Verdict(median >= LeastShareOfPeak)}; " +
        $"where no neighbour disturbs it {Numbers.Percent(undisturbed)}: {Verdict(undisturbed >= LeastShareOfPeak)}.";

    private static string RatioVerdict(double[] ratios, string rival)
    {
        int asFast = ratios.Count(ratio => ratio >= 1);
        int least = (int)Math.Ceiling(LeastShareAsFast * ratios.Length);
        return $"One row: at least as fast as {rival} on {asFast} of {ratios.Length}, must {least}: {Verdict(asFast >= least)}; " +
            $"the worst is {Numbers.Ratio(ratios.Min())} times as fast, must {Numbers.Ratio(LeastRatio)}: {Verdict(ratios.Min() >= LeastRatio)}.";
    }

    private static string Verdict(bool passes) => passes ? "PASS" : "FAIL";
}
