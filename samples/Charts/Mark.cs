namespace NetGen.Samples.Charts;

/// <summary>Something drawn in a panel.</summary>
/// <param name="X">Places on the horizontal axis.</param>
/// <param name="Y">Places on the vertical axis.</param>
public abstract record Mark(IReadOnlyList<double> X, IReadOnlyList<double> Y);

/// <summary>Points that belong together, named in the legend.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="X">The horizontal place of every point.</param>
/// <param name="Y">The vertical place of every point.</param>
/// <exception cref="ArgumentException">There are not as many places on one axis as on the other.</exception>
public abstract record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y) : Mark(X, Paired(Name, X, Y))
{
    private static IReadOnlyList<double> Paired(string name, IReadOnlyList<double> x, IReadOnlyList<double> y) => x.Count == y.Count ? y
        : throw new ArgumentException($"'{name}' has {x.Count} places on the horizontal axis and {y.Count} on the vertical one; expected one of each for every point.", nameof(y));
}

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
/// <exception cref="ArgumentException">The grid has fewer than two rows or columns, or not a finite number for every place, or the colours are of one number.</exception>
public sealed record Regions(string Low, string High, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Values, double From = 0, double To = 1)
    : Mark(X, Y)
{
    /// <summary>[rows, columns], one row after another.</summary>
    public IReadOnlyList<double> Values { get; init; } = Checked(X.Count, Y.Count, Values, From, To);

    /// <summary>How far the number at a place is from the first to the second colour, 0 to 1.</summary>
    public double Share(int row, int column) => Math.Clamp((Values[(row * X.Count) + column] - From) / (To - From), 0, 1);

    private static IReadOnlyList<double> Checked(int columns, int rows, IReadOnlyList<double> values, double from, double to) =>
        columns < 2 || rows < 2 ? throw new ArgumentException($"The grid of regions has {rows} rows and {columns} columns; expected 2 of each at least.", nameof(values))
        : values.Count != rows * columns ? throw new ArgumentException($"Regions have {values.Count} values; expected {rows * columns}, one for every place of {rows} rows and {columns} columns.", nameof(values))
        : !values.All(double.IsFinite) ? throw new ArgumentException("Regions have a value that is not finite; expected finite ones.", nameof(values))
        : !(to - from > 0 && double.IsFinite(to - from)) ? throw new ArgumentException(FormattableString.Invariant($"The colours of regions are from {from} to {to}; expected From below To, both finite."), nameof(to))
        : values;
}
