using NetGen.Samples.Charts;

namespace NetGen.Samples.Lectures;

/// <summary>What a demonstration came to.</summary>
/// <param name="Figure">To look at.</param>
/// <param name="Tables">The numbers.</param>
internal sealed record Findings(Figure Figure, params NumberTable[] Tables)
{
    /// <summary>A number of the tables.</summary>
    public double this[string row, string column] => Tables.First(table => table.Has(row, column))[row, column];
}
