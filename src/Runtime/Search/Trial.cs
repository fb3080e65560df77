using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Files;
using static System.FormattableString;

namespace NetGen.Search;

/// <summary>Hyper-parameters that a search has drawn, and the error that they led to.</summary>
public sealed class Trial
{
    private readonly ImmutableArray<SearchRange> ranges;
    private readonly ImmutableArray<double> values;

    internal Trial(int number, ImmutableArray<SearchRange> ranges, ImmutableArray<double> values, double error = double.NaN)
    {
        Number = number;
        Error = error;
        this.ranges = ranges;
        this.values = values;
    }

    /// <summary>Which trial of the search it is, from 0: a seed for its network, if trials shall differ in that too.</summary>
    public int Number { get; }

    /// <summary>The error, the smaller the better; NaN before the trial was judged, and where its loss overflowed.</summary>
    public double Error { get; }

    /// <summary>A hyper-parameter that is a number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The search has no such number.</exception>
    public double this[string name] => ranges[Place(name)] is ChoiceRange
        ? throw new ArgumentException($"{FileText.Quote(name)} is a choice; ask {nameof(Choice)} for it.", nameof(name))
        : values[Place(name)];

    /// <summary>A hyper-parameter that is a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The search has no such whole number.</exception>
    public int Whole(string name) => ranges[Place(name)] is IntegerRange
        ? (int)values[Place(name)]
        : throw new ArgumentException($"{FileText.Quote(name)} is no whole number; expected the name of an {nameof(IntegerRange)}.", nameof(name));

    /// <summary>A hyper-parameter that is one of some words.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The search has no such choice.</exception>
    public string Choice(string name) => ranges[Place(name)] is ChoiceRange choice
        ? choice.Text(values[Place(name)])
        : throw new ArgumentException($"{FileText.Quote(name)} is no choice; expected the name of a {nameof(ChoiceRange)}.", nameof(name));

    /// <summary>One line: <c>trial 17  error 0.0312  rate 0.0023  units 64</c>.</summary>
    public override string ToString() => string.Concat(ranges
        .Select((range, place) => $"  {range.Name} {(range is ChoiceRange ? range.Text(values[place]) : Invariant($"{values[place]:G6}"))}")
        .Prepend(Invariant($"trial {Number}  error {Error:G6}")));

    internal Trial Judged(double error) => new(Number, ranges, values, error);

    private int Place(string name)
    {
        for (int place = 0; place < ranges.Length; place++)
        {
            if (ranges[place].Name == name)
            {
                return place;
            }
        }

        throw new ArgumentException($"No hyper-parameter is named {FileText.Quote(name)}; there are {string.Join(", ", ranges.Select(range => range.Name))}.", nameof(name));
    }
}
