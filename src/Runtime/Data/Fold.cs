using System.Collections.Immutable;

namespace NetGen.Data;

/// <summary>One of the folds of a cross-validation, as row numbers in random order.</summary>
/// <param name="Train">The rows of all other folds.</param>
/// <param name="Dev">The rows of this fold, in no other one's <paramref name="Dev"/>.</param>
public sealed record Fold(ImmutableArray<int> Train, ImmutableArray<int> Dev);
