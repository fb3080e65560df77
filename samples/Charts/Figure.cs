using System.Collections.Immutable;

namespace NetGen.Samples.Charts;

/// <summary>Charts side by side, with one title and one legend: what has one name in several has one colour.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Panels">The charts, left to right and then down.</param>
/// <exception cref="ArgumentException">There is no chart.</exception>
public sealed record Figure(string Title, params Panel[] Panels)
{
    /// <summary>The charts, left to right and then down.</summary>
    public Panel[] Panels { get; init; } = Panels.Length > 0 ? Panels : throw new ArgumentException($"The figure '{Title}' has no panels; expected one at least.", nameof(Panels));

    /// <summary>The names of the series, in the order in which they first appear: the place of a name is its colour.</summary>
    public ImmutableArray<string> Series { get; } = [.. Panels.SelectMany(panel => panel.Marks).OfType<Series>().Select(series => series.Name).Distinct()];

    /// <summary>The regions of all panels.</summary>
    public ImmutableArray<Regions> Regions { get; } = [.. Panels.SelectMany(panel => panel.Marks).OfType<Regions>()];

    /// <summary>The series of a name: what the legend shows it by.</summary>
    public Series this[string name] => Panels.SelectMany(panel => panel.Marks).OfType<Series>().First(series => series.Name == name);
}
