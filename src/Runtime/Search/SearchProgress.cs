namespace NetGen.Search;

/// <summary>How far a search has come.</summary>
/// <param name="Done">The trials done, those before a resumption included.</param>
/// <param name="Count">The trials in all.</param>
/// <param name="Last">The trial just done.</param>
/// <param name="Best">The best of all done; null where none has an error that is a number.</param>
public readonly record struct SearchProgress(int Done, int Count, Trial Last, Trial? Best);
