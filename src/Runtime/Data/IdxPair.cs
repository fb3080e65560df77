using System.Collections.Immutable;
using System.IO;

namespace NetGen.Data;

/// <summary>Two IDX files that belong together.</summary>
/// <param name="Inputs">The path of the file of the rows.</param>
/// <param name="Labels">The path of the file of their labels.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="InputShape">The shape of one row.</param>
public sealed record IdxPair(string Inputs, string Labels, long Count, ImmutableArray<long> InputShape)
{
    /// <summary>Reads both files, plain or gzipped, into memory.</summary>
    /// <exception cref="InvalidDataException">A file is not whole.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IdxExamples Read() => IdxExamples.Read(Inputs, Labels);

    /// <summary>Opens both files, which must be plain, to read rows when they are asked for.</summary>
    /// <exception cref="InvalidDataException">A file is gzipped or not whole.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IdxExamples Open() => IdxExamples.Open(Inputs, Labels);
}
