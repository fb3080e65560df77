namespace NetGen.Comparison.Measuring;

/// <summary>Two states that measurements switch between.</summary>
/// <param name="Lower">The median of the lower ones.</param>
/// <param name="Upper">The median of the upper ones.</param>
internal sealed record Clusters(double Lower, double Upper)
{
    // The best split of evenly spread numbers explains 75 % of their variance, of normal ones 64 %.
    private const double LeastExplained = 0.88;
    private const double LeastRatio = 1.1;
    private const double LeastShare = 0.2;
    private const int LeastCount = 8;

    /// <summary>
    /// The two clusters of measurements, or null where they are one: the split with the least variance within its
    /// parts (N. Otsu, 1979) must explain nearly all variance, each part hold a fifth, and the medians lie apart.
    /// </summary>
    public static Clusters? Of(IReadOnlyCollection<double> numbers)
    {
        if (numbers.Count < LeastCount)
        {
            return null;
        }

        double[] sorted = [.. numbers.Order()];
        int least = (int)Math.Ceiling(LeastShare * sorted.Length);
        int split = Enumerable.Range(least, sorted.Length - 2 * least + 1).MinBy(count => Scatter(sorted[..count]) + Scatter(sorted[count..]));
        (double[] lower, double[] upper) = (sorted[..split], sorted[split..]);
        bool isSplit = Scatter(lower) + Scatter(upper) <= (1 - LeastExplained) * Scatter(sorted) && upper.Median() >= LeastRatio * lower.Median();
        return isSplit ? new(lower.Median(), upper.Median()) : null;
    }

    /// <summary>The sum of the squared distances from the mean.</summary>
    private static double Scatter(double[] numbers)
    {
        double mean = numbers.Average();
        return numbers.Sum(number => (number - mean) * (number - mean));
    }
}
