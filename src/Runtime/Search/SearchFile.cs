using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Files;
using static System.FormattableString;

namespace NetGen.Search;

/// <summary>The trials of a search in a file: their numbers and errors as two tensors, seed and ranges as notes.</summary>
internal static class SearchFile
{
    private const string Seed = "search.seed";
    private const string Ranges = "search.ranges";
    private const string Numbers = "trials";
    private const string Errors = "errors";
    private const int MostDifferences = 50;

    public static void Save(RandomSearch search, IReadOnlyCollection<Trial> trials, string path)
    {
        var writer = new TensorFileWriter();
        writer.Note(Seed, SeedOf(search));
        writer.Note(Ranges, string.Join('\n', search.Ranges));
        writer.Add<double>(Numbers, [trials.Count], trials.Select(trial => (double)trial.Number).ToArray());
        writer.Add<double>(Errors, [trials.Count], trials.Select(trial => trial.Error).ToArray());
        writer.Save(path);
    }

    /// <summary>The trials done of a search for so many.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of another search; the message lists every difference.</exception>
    public static ImmutableArray<Trial> Read(RandomSearch search, int count, string path)
    {
        TensorFile file = TensorFile.Read(path);
        if (!file.Metadata.ContainsKey(Seed))
        {
            throw new InvalidDataException($"{path} holds no search; expected a file that {nameof(RandomSearch)} wrote, or none.");
        }

        string[] differences = [.. Differences(file, search, count).Take(MostDifferences + 1)];
        if (differences.Length > 0)
        {
            IEnumerable<string> lines = differences.Take(MostDifferences).Concat(differences.Length > MostDifferences ? ["and more"] : []);
            throw new InvalidDataException($"{path} is of another search:{string.Concat(lines.Select(line => $"\n  {line}"))}");
        }

        double[] errors = Column(file, Errors);
        return [.. Column(file, Numbers).Select((number, place) => search.Draw((int)number).Judged(errors[place]))];
    }

    private static IEnumerable<string> Differences(TensorFile file, RandomSearch search, int count)
    {
        if (file.Metadata[Seed] != SeedOf(search))
        {
            yield return $"{Seed} is {FileText.Quote(file.Metadata[Seed])} in the file, '{SeedOf(search)}' here";
        }

        string[] here = [.. search.Ranges.Select(range => range.ToString())];
        string[] there = file.Metadata.GetValueOrDefault(Ranges, "").Split('\n');
        for (int place = 0; place < Math.Max(here.Length, there.Length); place++)
        {
            if (here.ElementAtOrDefault(place) != there.ElementAtOrDefault(place))
            {
                yield return Invariant($"range {place} is {Line(there, place)} in the file, {Line(here, place)} here");
            }
        }

        string[] misfits = [.. Misfits(file)];
        foreach (string difference in misfits.Length > 0 ? misfits : TrialDifferences(Column(file, Numbers), count))
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> Misfits(TensorFile file)
    {
        foreach (string name in new[] { Numbers, Errors })
        {
            if (!file.Contains(name) || file[name] is not { Type: "F64", Shape.Length: 1 })
            {
                yield return $"{name}: expected F64 of one axis, the file has {(file.Contains(name) ? $"{FileText.Line(file[name].Type)} {FileText.Shape(file[name].Shape)}" : "no such tensor")}";
            }
        }

        foreach (TensorEntry entry in file.Tensors.Where(entry => entry.Name is not (Numbers or Errors)))
        {
            yield return $"{FileText.Line(entry.Name)}: expected no such tensor";
        }

        if (file.Contains(Numbers) && file.Contains(Errors) && !file[Numbers].Shape.SequenceEqual(file[Errors].Shape))
        {
            yield return $"{Errors}: expected {FileText.Shape(file[Numbers].Shape)} as {Numbers}, the file has {FileText.Shape(file[Errors].Shape)}";
        }
    }

    private static IEnumerable<string> TrialDifferences(double[] numbers, int count)
    {
        var seen = new HashSet<double>();
        foreach (double number in numbers)
        {
            if (!(number >= 0 && number < count && number == Math.Floor(number)))
            {
                yield return Invariant($"the file has trial {number:R}; expected 0 to {count - 1}: ask for as many trials as before, or more");
            }
            else if (!seen.Add(number))
            {
                yield return Invariant($"the file has trial {number:R} twice; expected each once");
            }
        }
    }

    private static double[] Column(TensorFile file, string name)
    {
        double[] values = new double[file[name].Shape[0]];
        file.CopyTo<double>(name, values);
        return values;
    }

    private static string SeedOf(RandomSearch search) => search.Seed.ToString(CultureInfo.InvariantCulture);

    private static string Line(string[] lines, int place) => place < lines.Length ? FileText.Quote(lines[place]) : "nothing";
}
