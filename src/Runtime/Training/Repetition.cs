using System;
using System.Threading;

namespace NetGen.Training;

/// <summary>Several trainings, one after another.</summary>
internal static class Repetition
{
    /// <summary>What each of them gives, in their order.</summary>
    public static TResult[] Run<TResult>(int count, Func<int, TResult> one, IProgress<RepetitionProgress>? progress, CancellationToken cancellation)
    {
        var results = new TResult[count];
        for (int index = 0; index < count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            results[index] = one(index);
            progress?.Report(new RepetitionProgress(index + 1, count));
        }

        return results;
    }
}
