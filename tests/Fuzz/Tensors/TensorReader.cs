using NetGen.Files;

namespace NetGen.Fuzz.Tensors;

/// <summary>Reads safetensors files, and every tensor in them.</summary>
internal sealed class TensorReader : IReader
{
    public string Name => "tensors";

    public int Stream => 1;

    public Sample Make(Draws draws)
    {
        (TensorDraft draft, bool isReadable) = TensorMaker.Make(draws);
        int faults = TensorFaults.Count(draws);
        return new(TensorFaults.Apply(draft, faults, draws), isReadable && faults == 0);
    }

    public void Read(byte[] bytes, Draws draws)
    {
        TensorFile file = Open(bytes, draws);
        foreach (TensorEntry entry in file.Tensors)
        {
            // A type that is not known may have any shape, and is refused before its length matters.
            long elements = entry.Shape.Aggregate(1L, (product, size) => size > 0 && product > bytes.Length ? product : product * size);
            int count = (int)Math.Min(elements, bytes.Length);
            file.CopyTo<float>(entry.Name, new float[count]);
            file.CopyTo<double>(entry.Name, new double[count]);
        }
    }

    public static TensorFile Open(byte[] bytes, Draws draws) =>
        draws.Chance(0.5) ? TensorFile.Read(bytes) : TensorFile.Read(Streams.Over(bytes, draws));
}
