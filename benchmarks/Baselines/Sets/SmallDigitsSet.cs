using NetGen.Data;

namespace NetGen.Baselines.Sets;

/// <summary>Images of 8×8 pixels from 0 to 16, of which three never change: divided by 16, not standardized.</summary>
internal static class SmallDigitsSet
{
    public static DataSet Read(string folder)
    {
        string[][] rows = Csv.Read(folder, "digits.csv.gz", header: 0);
        RowSplit split = RowSplit.OfIndices(folder, rows.Length);
        var all = new Examples<float>(
            rows.SelectMany(row => row[..^1]).Select(pixel => (float)(Csv.Number(pixel) / 16)).ToArray(),
            rows.Select(row => (int)Csv.Number(row[^1])).ToArray());
        return new DataSet(all.Select(split.Train), all.Select(split.Test));
    }
}
