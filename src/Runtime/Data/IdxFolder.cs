using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen.Data;

/// <summary>
/// A folder with one or two pairs of IDX files, plain or gzipped, under any names: files are recognised by their
/// first bytes and belong together where their counts match. Other files may lie beside them.
/// </summary>
/// <remarks>
/// Where a file lies beside its own gzipped form (<c>name</c> and <c>name.gz</c>, of the same shape), the plain one
/// counts. A file that says IDX in its name (<c>idx</c> or <c>ubyte</c>) and is none is an error.
/// </remarks>
public sealed class IdxFolder
{
    private const string Gz = ".gz";

    private IdxFolder(IdxPair train, IdxPair? test)
    {
        Train = train;
        Test = test;
    }

    /// <summary>The larger pair, or the only one.</summary>
    public IdxPair Train { get; }

    /// <summary>The smaller pair; null where there is only one, which the caller may split.</summary>
    public IdxPair? Test { get; }

    /// <summary>Finds the pairs by the headers of the files, and reads no more than these.</summary>
    /// <param name="folder">The folder; folders inside it are not searched.</param>
    /// <exception cref="InvalidDataException">There are not one or two pairs, or it is not clear which; the message lists what was found.</exception>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static IdxFolder Find(string folder)
    {
        List<Candidate> found = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(Look).OfType<Candidate>()];
        found.RemoveAll(packed => packed.Path.EndsWith(Gz, StringComparison.OrdinalIgnoreCase)
            && found.Any(plain => plain.Path == packed.Path[..^Gz.Length] && plain.Shape.SequenceEqual(packed.Shape)));
        Candidate[] labels = [.. found.Where(file => file.Shape.Length == 1)];
        IdxPair[] pairs =
        [
            .. from input in found.Except(labels)
               from label in labels
               where input.Shape[0] == label.Shape[0]
               orderby input.Shape[0] descending
               select new IdxPair(input.Path, label.Path, label.Shape[0], input.Shape[1..]),
        ];
        return pairs.Length * 2 == found.Count && pairs.Length is 1 or 2 && pairs.Select(pair => pair.Count).Distinct().Count() == pairs.Length
            ? new IdxFolder(pairs[0], pairs.ElementAtOrDefault(1))
            : throw new InvalidDataException($"{folder}: expected one or two pairs of IDX files, inputs of 2 to 4 axes and as many labels, one pair larger than the other; found {Listed(found)}.");
    }

    /// <summary>A file's shape; null where it is not IDX and its name does not say that it is.</summary>
    private static Candidate? Look(string path)
    {
        if (!ClaimsIdx(Path.GetFileName(path)) && !StartsAsIdx(path))
        {
            return null;
        }

        using FileStream file = File.OpenRead(path);
        using var source = new IdxSource(file, Path.GetFileName(path));
        return new Candidate(path, IdxHeader.Read(source).Shape);
    }

    private static bool StartsAsIdx(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var source = new IdxSource(file, path);
        Span<byte> start = stackalloc byte[4];
        try
        {
            return source.Fill(start) == start.Length && IdxHeader.Recognises(start);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool ClaimsIdx(string name) =>
        name.Contains("idx", StringComparison.OrdinalIgnoreCase) || name.Contains("ubyte", StringComparison.OrdinalIgnoreCase);

    private static string Listed(List<Candidate> found) => found.Count == 0
        ? "no IDX file"
        : string.Join(", ", found.Select(file => $"{(file.Shape.Length == 1 ? "labels" : "inputs")} {string.Join(" × ", file.Shape)} in {Path.GetFileName(file.Path)}"));

    private sealed record Candidate(string Path, ImmutableArray<long> Shape);
}
