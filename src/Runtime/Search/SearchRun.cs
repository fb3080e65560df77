using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace NetGen.Search;

/// <summary>Trials that threads take one by one until all are done.</summary>
internal sealed class SearchRun
{
    private readonly RandomSearch search;
    private readonly int count;
    private readonly Func<Trial, double> error;
    private readonly CancellationToken cancellation;
    private readonly SortedDictionary<int, Trial> done = [];
    private readonly Lock access = new();
    private int next;
    private bool failed;

    public SearchRun(RandomSearch search, int count, Func<Trial, double> error, CancellationToken cancellation)
    {
        this.search = search;
        this.count = count;
        this.error = error;
        this.cancellation = cancellation;
        if (search.Path is not { } path)
        {
            return;
        }

        if (File.Exists(path) || Directory.Exists(path))
        {
            foreach (Trial trial in SearchFile.Read(search, count, path))
            {
                done.Add(trial.Number, trial);
            }
        }
        else
        {
            // That nothing can be written there is better known before the first trial than after it.
            SearchFile.Save(search, [], path);
        }
    }

    public SearchResult Result() => new([.. done.Values]);

    /// <summary>Does trials until none is left or one fails.</summary>
    public void Work()
    {
        try
        {
            while (Take() is { } trial)
            {
                Add(trial.Judged(Judge(trial)));
            }
        }
        catch
        {
            Volatile.Write(ref failed, true);
            throw;
        }
    }

    /// <summary>The next trial that is not done; null where there is none, or a trial on another thread has failed.</summary>
    private Trial? Take()
    {
        lock (access)
        {
            while (done.ContainsKey(next))
            {
                next++;
            }

            if (next >= count || Volatile.Read(ref failed))
            {
                return null;
            }

            cancellation.ThrowIfCancellationRequested();
            return search.Draw(next++);
        }
    }

    private double Judge(Trial trial)
    {
        try
        {
            return error(trial);
        }
        catch (NotFiniteNumberException)
        {
            return double.NaN;
        }
    }

    private void Add(Trial trial)
    {
        lock (access)
        {
            done.Add(trial.Number, trial);
            if (search.Path is { } path)
            {
                SearchFile.Save(search, done.Values, path);
            }

            search.Progress?.Report(new SearchProgress(done.Count, count, trial, SearchResult.BestOf(done.Values)));
        }
    }
}
