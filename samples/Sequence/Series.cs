using System.Globalization;
using CsvHelper;
using NetGen.Randomness;

namespace NetGen.Samples.Sequence;

/// <summary>A number for every step of time.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Values">The numbers, in order.</param>
internal sealed record Series(string Source, double[] Values)
{
    private const int Days = 3650;

    public static Series Of(Settings settings) => settings.Data is string path ? Read(path, settings.Column) : Temperatures(settings.Seed);

    /// <summary>Ten years of days: a yearly swing, and weather that keeps two thirds of itself from one day to the next.</summary>
    private static Series Temperatures(ulong seed)
    {
        double[] values = new double[Days];
        double weather = 0;
        for (int day = 0; day < Days; day++)
        {
            weather = 0.67 * weather + 2.2 * CounterRandom.Normal(seed, 0, day);
            values[day] = 11 + 5 * Math.Sin(2 * Math.PI * day / 365) + weather;
        }

        return new($"made up with seed {seed}", values);
    }

    /// <exception cref="InvalidDataException">The file has no such column, or what is in it is no number.</exception>
    private static Series Read(string path, string? column)
    {
        using FileStream file = File.OpenRead(path);
        using CsvReader reader = CsvReader.Create(file, new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
        reader.ReadHeader();
        string[] names = [.. reader.Headers.Select(name => name.Trim())];
        int index = column is null ? names.Length - 1 : Array.IndexOf(names, column);
        if (index < 0)
        {
            throw new InvalidDataException($"{path} has no column '{column}'; it has {string.Join(", ", names)}.");
        }

        var values = new List<double>();
        while (reader.Read())
        {
            string text = reader.Current.ToArray().ElementAtOrDefault(index) ?? "";
            values.Add(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw new InvalidDataException($"{path}, line {reader.LineNumber}: '{text}' in column {names[index]} is no number."));
        }

        int least = 10 * Windows.Length;
        return values.Count >= least
            ? new($"{names[index]} of {path}", [.. values])
            : throw new InvalidDataException($"{path} has {values.Count} values; at least {least} are needed for windows of {Windows.Length}.");
    }
}
