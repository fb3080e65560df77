using System;
using System.Diagnostics;
using System.Numerics;

namespace NetGen.Training;

/// <summary>How long a run has taken and will take.</summary>
internal sealed class TrainingClock<T>(Trainer<T> trainer, int epochs)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly double doneBefore = Done(trainer);
    private long reported = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(start);

    /// <summary>Whether a report is due; asking starts the next interval.</summary>
    public bool IsDue(TimeSpan interval, bool last)
    {
        if (!last && Stopwatch.GetElapsedTime(reported) < interval)
        {
            return false;
        }

        reported = Stopwatch.GetTimestamp();
        return true;
    }

    public TrainingProgress Progress()
    {
        double speed = (Done(trainer) - doneBefore) / Math.Max(Elapsed.TotalSeconds, 1e-9);
        double left = (double)epochs * trainer.Examples.Count - Done(trainer);
        return new TrainingProgress(
            trainer.Epoch + 1, epochs, trainer.Rows, trainer.Examples.Count, trainer.LossSum / trainer.Rows, speed,
            TimeSpan.FromSeconds(Math.Min(left / speed, TimeSpan.MaxValue.TotalSeconds / 2)));
    }

    private static double Done(Trainer<T> trainer) => (double)trainer.Epoch * trainer.Examples.Count + trainer.Rows;
}
