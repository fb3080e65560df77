using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Search;

/// <summary>What the trials of a search came to.</summary>
/// <param name="Trials">All trials, by their numbers.</param>
public sealed record SearchResult(ImmutableArray<Trial> Trials)
{
    /// <summary>The trial with the least error, the first of equals; null where none has an error that is a number.</summary>
    public Trial? Best => BestOf(Trials);

    /// <summary>A line for every trial, the best first.</summary>
    public override string ToString() => string.Join('\n', Ranked(Trials));

    internal static Trial? BestOf(IEnumerable<Trial> trials) => Ranked(trials).FirstOrDefault(trial => !double.IsNaN(trial.Error));

    private static IEnumerable<Trial> Ranked(IEnumerable<Trial> trials) =>
        trials.OrderBy(trial => double.IsNaN(trial.Error)).ThenBy(trial => trial.Error).ThenBy(trial => trial.Number);
}
