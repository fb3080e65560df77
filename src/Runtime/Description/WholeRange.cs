namespace NetGen;

/// <summary>Which whole numbers an element of an input may be.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The largest.</param>
public readonly record struct WholeRange(int Least, int Most)
{
    /// <summary>The numbers of both.</summary>
    internal WholeRange And(WholeRange other) => new(int.Max(Least, other.Least), int.Min(Most, other.Most));
}
