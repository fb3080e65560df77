using NetGen.Data;

namespace NetGen.Baselines.Sets;

/// <summary>Images of 28×28 pixels, from 0 to 1; the larger pair of files trains.</summary>
internal static class MnistSet
{
    public static DataSet Read(string folder)
    {
        IdxFolder files = IdxFolder.Find(folder);
        IdxPair test = files.Test ?? throw new DataException($"{folder}: expected two pairs of IDX files, found one.");
        return new DataSet(files.Train.Read(), test.Read());
    }
}
