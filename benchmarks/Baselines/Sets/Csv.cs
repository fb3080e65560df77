using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using CsvHelper.Configuration;

namespace NetGen.Baselines.Sets;

/// <summary>The rows of a file of comma-separated values, plain or gzipped.</summary>
internal static class Csv
{
    public static string[][] Read(string folder, string file, int header, string delimiter = ",")
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new DataException($"{path} is missing.");
        }

        using FileStream bytes = File.OpenRead(path);
        using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var parser = new CsvParser(new StreamReader(content), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter });
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return [.. rows.Skip(header)];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double[] Numbers(IEnumerable<string> texts) => [.. texts.Select(Number)];
}
