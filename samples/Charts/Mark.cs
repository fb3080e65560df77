namespace NetGen.Samples.Charts;

/// <summary>Something drawn in a panel.</summary>
/// <param name="X">Places on the horizontal axis.</param>
/// <param name="Y">Places on the vertical axis.</param>
public abstract record Mark(IReadOnlyList<double> X, IReadOnlyList<double> Y);

/// <summary>Points that belong together, named in the legend.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="X">The horizontal place of every point.</param>
/// <param name="Y">The vertical place of every point.</param>
public abstract record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y) : Mark(X, Y);

/// <summary>Points with a line through them.</summary>
/// <inheritdoc/>
public sealed record Line(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y) : Series(Name, X, Y)
{
    /// <summary>Whether the line is dashed.</summary>
    public bool Dashed { get; init; }
}

/// <summary>Points by themselves.</summary>
/// <inheritdoc/>
public sealed record Dots(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y) : Series(Name, X, Y);

/// <summary>A number for every place of a grid, as colours from one to another.</summary>
/// <param name="Low">What the legend says of <paramref name="From"/>.</param>
/// <param name="High">What the legend says of <paramref name="To"/>.</param>
/// <param name="X">The columns of the grid, ascending at equal distances.</param>
/// <param name="Y">The rows of the grid, ascending at equal distances.</param>
/// <param name="Values">[rows, columns], one row after another.</param>
/// <param name="From">The number that has the first colour, as has what is below.</param>
/// <param name="To">The number that has the second colour, as has what is above.</param>
public sealed record Regions(string Low, string High, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Values, double From = 0, double To = 1)
    : Mark(X, Y)
{
    /// <summary>How far the number at a place is from the first to the second colour, 0 to 1.</summary>
    public double Share(int row, int column) => Math.Clamp((Values[(row * X.Count) + column] - From) / (To - From), 0, 1);
}
