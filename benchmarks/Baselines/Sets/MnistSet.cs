namespace NetGen.Baselines.Sets;

/// <summary>Images of 28×28 pixels, from 0 to 1.</summary>
internal static class MnistSet
{
    public static DataSet Read(string folder) => throw new DataException("not yet");
}
