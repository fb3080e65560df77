using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace NetGen.Baselines.Sets;

/// <summary>The rows of a file of separated values, plain or gzipped.</summary>
internal static class Csv
{
    public static string[][] Read(string folder, string file, int header, char separator = ',')
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new DataException($"{path} is missing.");
        }

        using FileStream bytes = File.OpenRead(path);
        using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using CsvReader reader = CsvReader.Create(content, new CsvReaderOptions { Separator = separator, HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add(reader.Current.ToArray());
        }

        return [.. rows.Skip(header)];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double[] Numbers(IEnumerable<string> texts) => [.. texts.Select(Number)];
}
