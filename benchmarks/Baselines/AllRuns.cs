namespace NetGen.Baselines;

/// <summary>Every line with every seed, the runs side by side on all cores; each has a network of its own.</summary>
internal static class AllRuns
{
    public static Result[] Of(IReadOnlyList<Baseline> lines, IReadOnlyList<ulong> seeds, string data, Action<Baseline> epochDone)
    {
        DataSet[] sets = [.. lines.Select(line => line.Read(Folder(data, line.Set)))];
        Result[] results = [.. lines.Select(line => new Result(line, new double[seeds.Count]))];
        (int Line, int Seed)[] runs = [.. from line in Enumerable.Range(0, lines.Count) from seed in Enumerable.Range(0, seeds.Count) select (line, seed)];
        Parallel.ForEach(runs, run => results[run.Line].Figures[run.Seed] =
            Run.Of(lines[run.Line], sets[run.Line], seeds[run.Seed], () => epochDone(lines[run.Line])));
        return results;
    }

    private static string Folder(string data, string set)
    {
        string folder = Path.Combine(data, set);
        return Directory.Exists(folder) ? folder : throw new DataException($"The data of {set} are missing: there is no folder {folder}.");
    }
}
