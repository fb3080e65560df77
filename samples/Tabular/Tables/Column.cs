using System.Text.Json.Serialization;

namespace NetGen.Samples.Tabular;

/// <summary>How a column becomes inputs of a network.</summary>
/// <param name="Name">The column's name in the header.</param>
[JsonDerivedType(typeof(NumberColumn), "number")]
[JsonDerivedType(typeof(CategoryColumn), "category")]
internal abstract record Column(string Name)
{
    /// <summary>What each input that the column becomes is called.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> Inputs { get; }

    /// <summary>What the column is and what was decided about it, in a few words.</summary>
    [JsonIgnore]
    public abstract string Summary { get; }

    /// <summary>Writes the inputs of a cell, in the column's own units.</summary>
    /// <returns>What is wrong with the cell, or null.</returns>
    public abstract string? Encode(string cell, bool decimalCommas, Span<double> inputs);
}

/// <summary>A number; where it is missing, the mean of the training rows.</summary>
/// <param name="Name">The column's name in the header.</param>
/// <param name="Mean">The mean of the training rows that have the number.</param>
/// <param name="Gaps">Whether a training row lacks the number; then a second input is 1 where it is missing, 0 elsewhere.</param>
internal sealed record NumberColumn(string Name, double Mean, bool Gaps) : Column(Name)
{
    [JsonIgnore]
    public override IReadOnlyList<string> Inputs => Gaps ? [Name, $"{Name} is missing"] : [Name];

    [JsonIgnore]
    public override string Summary => Gaps ? "number; gaps get the training mean, and a second input says so" : "number";

    public override string? Encode(string cell, bool decimalCommas, Span<double> inputs)
    {
        bool missing = Cell.IsMissing(cell);
        double number = Mean;
        if (!missing && !Cell.TryNumber(cell, decimalCommas, out number))
        {
            return $"expected a number, found '{cell}'.";
        }

        inputs[0] = number;
        if (Gaps)
        {
            inputs[1] = missing ? 1 : 0;
        }

        return null;
    }
}

/// <summary>One of several texts, of which each is an input: 1 for the row's own, 0 for the others.</summary>
/// <param name="Name">The column's name in the header.</param>
/// <param name="Categories">The texts in the training rows, in ordinal order; the empty one stands for a missing text.</param>
internal sealed record CategoryColumn(string Name, IReadOnlyList<string> Categories) : Column(Name)
{
    [JsonIgnore]
    public override IReadOnlyList<string> Inputs => [.. Categories.Select(category => category.Length == 0 ? $"{Name} is missing" : $"{Name} = {category}")];

    [JsonIgnore]
    public override string Summary => Categories.Count == 1 ? "1 category" : $"{Categories.Count} categories, an input each";

    /// <summary>The category of a cell.</summary>
    public static string Of(string cell) => Cell.IsMissing(cell) ? "" : cell;

    /// <summary>Whether the training rows had the cell's category; one they had not leaves all inputs 0.</summary>
    public bool Knows(string cell) => Categories.Contains(Of(cell));

    public override string? Encode(string cell, bool decimalCommas, Span<double> inputs)
    {
        string own = Of(cell);
        for (int index = 0; index < Categories.Count; index++)
        {
            inputs[index] = Categories[index] == own ? 1 : 0;
        }

        return null;
    }
}
