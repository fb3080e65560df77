namespace NetGen.Comparison.Measuring;

/// <summary>Order statistics.</summary>
internal static class Statistics
{
    /// <summary>The middle number, or the mean of both.</summary>
    public static double Median(this IEnumerable<double> numbers) => numbers.Quantile(0.5);

    /// <summary>The number below which a share of the others lies, interpolated between neighbours; NaN where there are none.</summary>
    public static double Quantile(this IEnumerable<double> numbers, double share)
    {
        double[] sorted = [.. numbers.Order()];
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>The distance between the quartiles.</summary>
    public static double Spread(this IReadOnlyCollection<double> numbers) => numbers.Quantile(0.75) - numbers.Quantile(0.25);
}
