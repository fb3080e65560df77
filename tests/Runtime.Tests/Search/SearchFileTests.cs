using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.Files;
using NetGen.Runtime.Tests.Files;
using NetGen.Search;
using NetGen.Threading;
using Xunit;
using static NetGen.Runtime.Tests.Search.RandomSearchTests;

namespace NetGen.Runtime.Tests.Search;

[Trait("Mathematics", "J5")]
public sealed class SearchFileTests : IDisposable
{
    private static readonly string RangesNote = string.Join('\n', Ranges);

    private readonly Folder folder = new();

    private string Path => folder["trials.safetensors"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void AnInterruptedSearchGoesOnWhereItWas(int threads)
    {
        string expected = Search().Run(12, WithFailures).ToString();
        using Workers? workers = threads == 0 ? null : new Workers(threads);
        using var source = new CancellationTokenSource();
        int judged = 0;
        Assert.Throws<OperationCanceledException>(() => Search(Path, workers).Run(12, trial =>
        {
            int place = Interlocked.Increment(ref judged);
            if (place == 5)
            {
                source.Cancel();
            }

            return place < 5 || source.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(60)) ? WithFailures(trial) : throw new TimeoutException("Nothing was cancelled.");
        }, source.Token));
        int done = TensorFile.Read(Path)["trials"].Shape[0];
        Assert.InRange(done, 5, 7);

        using HostileCulture hostile = new();
        judged = 0;
        var told = new Told<SearchProgress>();
        SearchResult result = Search(Path, workers, told).Run(12, trial =>
        {
            Interlocked.Increment(ref judged);
            return WithFailures(trial);
        });
        Assert.Equal(12 - done, judged);
        Assert.Equal(done + 1, told.Reports[0].Done);
        Assert.Equal(expected, result.ToString());
        Assert.Equal([System.IO.Path.GetFileName(Path)], folder.Names);

        // It is all there now, and more can be asked for.
        Assert.Equal(expected, Search(Path).Run(12, _ => throw new InvalidOperationException("Nothing is left.")).ToString());
        Assert.Equal(Search().Run(14, WithFailures).ToString(), Search(Path).Run(14, WithFailures).ToString());
    }

    [Fact]
    public void TheFileHasTheTrialsAfterEachOfThem()
    {
        var numbers = new List<int>();
        Search(Path).Run(4, trial =>
        {
            numbers.Add(TensorFile.Read(Path)["errors"].Shape[0]);
            return trial.Number;
        });
        Assert.Equal([0, 1, 2, 3], numbers);
    }

    [Fact]
    public void EveryDifferenceOfAnotherSearchIsNamedAndNothingIsChanged()
    {
        Search(Path).Run(6, Error);
        byte[] before = File.ReadAllBytes(Path);
        var other = new RandomSearch(seed: 9, [Ranges[0], new LinearRange("beta", 0, 0.25), Ranges[2]]) { Path = Path };
        using HostileCulture hostile = new();
        string expected = $"""
            {Path} is of another search:
              search.seed is '1' in the file, '9' here
              range 1 is '"beta": 1 − 10^r, 0.9 to 0.999' in the file, '"beta": 0 to 0.25' here
              range 3 is '"units": whole, 16 to 256' in the file, nothing here
              range 4 is '"rule": one of "Adam", "SGD", "momentum"' in the file, nothing here
              the file has trial 4; expected 0 to 3: ask for as many trials as before, or more
              the file has trial 5; expected 0 to 3: ask for as many trials as before, or more
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Assert.Throws<InvalidDataException>(() => other.Run(4, Never)).Message);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    public static TheoryData<double[], double[], string> Hostile => new()
    {
        { [-1], [0], "the file has trial -1; expected 0 to 9" },
        { [0.5], [0], "the file has trial 0.5; expected 0 to 9" },
        { [double.NaN], [0], "the file has trial NaN; expected 0 to 9" },
        { [1e300], [0], "the file has trial 1E+300; expected 0 to 9" },
        { [10], [0], "the file has trial 10; expected 0 to 9" },
        { [3, 3], [0, 0], "the file has trial 3 twice; expected each once" },
        { [1, 2], [0], "errors: expected [2] as trials, the file has [1]" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void TrialsThatAreNoneAreRefused(double[] numbers, double[] errors, string message)
    {
        Write(writer =>
        {
            writer.Add<double>("trials", [numbers.Length], numbers);
            writer.Add<double>("errors", [errors.Length], errors);
        });
        Refused(message);
    }

    [Fact]
    public void FilesThatHoldNoSearchAreRefused()
    {
        Write(writer =>
        {
            writer.Add<float>("trials", [1], [0]);
            writer.Add<double>("errors", [1, 1], [0]);
            writer.Add<double>("weights", [1], [0]);
        });
        string message = Refused("trials: expected F64 of one axis, the file has F32 [1]");
        Assert.Contains("errors: expected F64 of one axis, the file has F64 [1, 1]", message);
        Assert.Contains("weights: expected no such tensor", message);
        Write(_ => { });
        Assert.Contains("trials: expected F64 of one axis, the file has no such tensor", Refused("errors: expected F64 of one axis, the file has no such tensor"));
        Write(_ => { }, seed: null);
        Refused($"{Path} holds no search; expected a file that RandomSearch wrote, or none.");
        File.WriteAllText(Path, "{}");
        Refused("The file ends after 2 bytes");
        Write(writer => writer.Add<double>("trials", [100], [.. Enumerable.Range(100, 100).Select(number => (double)number)]), also: writer => writer.Add<double>("errors", [100], new double[100]));
        Assert.Equal(52, Refused("and more").Split('\n').Length);
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsKnownBeforeTheFirstTrial()
    {
        Assert.Throws<DirectoryNotFoundException>(() => Search(folder[System.IO.Path.Combine("none", "trials")]).Run(3, Never));
        Directory.CreateDirectory(Path);
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => Search(Path).Run(3, Never)).Message);
    }

    private static RandomSearch Search(string? path = null, Workers? workers = null, IProgress<SearchProgress>? progress = null) =>
        new(seed: 1, Ranges) { Path = path, Workers = workers, Progress = progress };

    private static double WithFailures(Trial trial) => trial.Number % 4 == 3 ? double.NaN : Error(trial);

    private static double Never(Trial trial) => throw new InvalidOperationException("No trial was to begin.");

    private void Write(Action<TensorFileWriter> add, string? seed = "1", Action<TensorFileWriter>? also = null)
    {
        var writer = new TensorFileWriter();
        if (seed is not null)
        {
            writer.Note("search.seed", seed);
            writer.Note("search.ranges", RangesNote);
        }

        add(writer);
        also?.Invoke(writer);
        writer.Save(Path);
    }

    private string Refused(string message)
    {
        using HostileCulture hostile = new();
        string said = Assert.Throws<InvalidDataException>(() => Search(Path).Run(10, Never)).Message;
        Assert.Contains(message, said);
        return said;
    }
}
