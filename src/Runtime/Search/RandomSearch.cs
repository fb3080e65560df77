using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.Files;
using NetGen.Randomness;
using NetGen.Threading;

namespace NetGen.Search;

/// <summary>
/// Looks for good hyper-parameters by trials at random (J. Bergstra, Y. Bengio, "Random search for hyper-parameter
/// optimization", 2012): every trial tries a new value of each, where a grid of as many tries few values of each again and
/// again, those that do not matter too.
/// </summary>
/// <remarks>
/// What a trial draws is a function of the seed, the ranges and its number: neither threads nor resumptions change it, and
/// more trials of a seed begin with those of fewer.
/// </remarks>
/// <example>
/// <code>
/// var search = new RandomSearch(seed: 1, [new LogarithmicRange("rate", 1e-4, 1e-1), new IntegerRange("units", 16, 256)]);
/// SearchResult result = search.Run(trials: 60, trial => DevError(trial["rate"], trial.Whole("units")));
/// Console.WriteLine(result.Best);
/// </code>
/// </example>
public sealed class RandomSearch
{
    /// <summary>Sets up a search; nothing runs yet.</summary>
    /// <param name="seed">The seed of the trials.</param>
    /// <param name="ranges">What is searched for, one or more, each with a name of its own.</param>
    /// <exception cref="ArgumentException">There are no ranges, or two have the same name.</exception>
    public RandomSearch(ulong seed, ImmutableArray<SearchRange> ranges)
    {
        if (ranges.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There are no ranges; expected one or more.", nameof(ranges));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SearchRange range in ranges)
        {
            ArgumentNullException.ThrowIfNull(range, nameof(ranges));
            if (!names.Add(range.Name))
            {
                throw new ArgumentException($"Two ranges are named {FileText.Quote(range.Name)}; expected each name once.", nameof(ranges));
            }
        }

        Seed = seed;
        Ranges = ranges;
    }

    /// <summary>The seed of the trials.</summary>
    public ulong Seed { get; }

    /// <summary>What is searched for.</summary>
    public ImmutableArray<SearchRange> Ranges { get; }

    /// <summary>
    /// The threads that trials run on, one trial each at a time; null for the calling thread alone. A trial that uses
    /// workers itself makes its own.
    /// </summary>
    public Workers? Workers { get; init; }

    /// <summary>
    /// The file of the trials done, rewritten whole after each; null for none. Where there is one already, the search goes
    /// on with it.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Who is told after every trial; from one thread at a time.</summary>
    public IProgress<SearchProgress>? Progress { get; init; }

    /// <summary>Runs the trials that are not done yet.</summary>
    /// <param name="trials">The trials in all, those in the file included.</param>
    /// <param name="error">
    /// Trains by a trial's hyper-parameters and gives the error on dev rows, the smaller the better. It is called on several
    /// threads at once where there are workers. A <see cref="NotFiniteNumberException"/>, by which a training says that its
    /// loss overflowed, counts as the error NaN; any other exception ends the search.
    /// </param>
    /// <param name="cancellation">Cancels between two trials; a trial that shall end at once is given the token too. What was done is in the file.</param>
    /// <returns>All trials; the same whatever the number of threads.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no trials.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another search: every difference is named, and the file stays as it is.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public SearchResult Run(int trials, Func<Trial, double> error, CancellationToken cancellation = default)
    {
        Expect.AtLeast(trials, 1, nameof(trials));
        ArgumentNullException.ThrowIfNull(error);
        var run = new SearchRun(this, trials, error, cancellation);
        if (Workers is null)
        {
            run.Work();
        }
        else
        {
            var work = new SearchWork(run);
            Workers.Run(ref work, Workers.Count);
        }

        return run.Result();
    }

    /// <summary>What a trial tries.</summary>
    internal Trial Draw(int number) => new(number, Ranges, [.. Ranges.Select((range, place) =>
        range.Draw(CounterRandom.Uniform(SplitMix.Key(Seed, (ulong)number), Shuffle.Search, place)))]);
}
