using System.Collections.Immutable;

namespace NetGen.Comparison.Reporting;

/// <summary>A table to be printed: text cells under headed columns, and remarks below.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Columns">The headings of the columns; those after the first stand to the right where <paramref name="Numbers"/> says so.</param>
/// <param name="Rows">The cells.</param>
/// <param name="Notes">The remarks.</param>
/// <param name="Numbers">Whether the columns after the first hold numbers.</param>
internal sealed record Sheet(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<string> Notes, bool Numbers = true)
{
    /// <summary>The sheet without columns that are empty.</summary>
    public Sheet Trimmed()
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Length).Where(column => Rows.Any(row => row[column].Length > 0))];
        return this with { Columns = [.. kept.Select(column => Columns[column])], Rows = [.. Rows.Select(row => kept.Select(column => row[column]).ToImmutableArray())] };
    }
}
