using NetGen.Data;

namespace NetGen.Fuzz.Idx;

/// <summary>Reads IDX files, plain and gzipped.</summary>
internal sealed class IdxReader : IReader
{
    private const double Bombs = 0.001;
    private const string Title = "The file";

    public string Name => "idx";

    public int Stream => 3;

    public Sample Make(Draws draws)
    {
        byte[] file = IdxMaker.Make(draws);
        if (draws.Chance(Bombs))
        {
            return new(GzipBomb.Make(file, draws), IsRight: false);
        }

        bool packed = draws.Chance(0.5);
        int faults = draws.Of(0, 1, 1, 1, 1, 1, 2, 3);
        int inPacking = packed ? draws.Between(0, faults) : 0;
        for (int fault = inPacking; fault < faults; fault++)
        {
            file = IdxFaults.Apply(file, draws);
        }

        file = packed ? IdxMaker.Gzip(file) : file;
        for (int fault = 0; fault < inPacking; fault++)
        {
            file = file.Length > 16 ? GzipFaults.Apply(file, draws) : ByteFaults.Apply(file, draws);
        }

        return new(file, faults == 0);
    }

    public void Read(byte[] bytes, Draws draws)
    {
        IdxFile file = draws.Chance(0.5) ? IdxFile.Read(bytes, Title) : IdxFile.Read(Streams.Over(bytes, draws), Title);
        if (file.Shape.Aggregate(1L, (product, size) => product * size) != file.Elements.Length)
        {
            throw new FaultException("the elements are not as many as the shape says");
        }
    }
}
