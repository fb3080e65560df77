using System.Diagnostics;
using NetGen.Data;
using Spectre.Console;

namespace NetGen.Samples.Gpu;

/// <summary>Trains by Adam, and shows the cost as it goes: a bar on a terminal, a line for every epoch elsewhere.</summary>
internal sealed class Learning(Settings settings, IAnsiConsole console, CancellationToken cancellation)
{
    private const float LearningRate = 0.001f;

    // A cost is copied from the device, which then waits: so not every step.
    private static readonly TimeSpan betweenReports = TimeSpan.FromMilliseconds(200);

    /// <summary>Goes through the examples as often as the settings say.</summary>
    /// <param name="title">What it is called on the screen.</param>
    /// <param name="training">What is trained.</param>
    /// <param name="examples">What it learns from: the same batches whatever is trained.</param>
    public void Train(string title, ITraining training, IExamples<float> examples)
    {
        if (console.Profile.Capabilities is not { Ansi: true, Interactive: true })
        {
            Train(training, examples, (_, text, last) =>
            {
                if (last)
                {
                    console.WriteLine($"{title}  {text}");
                }
            });
            return;
        }

        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 16 }, new PercentageColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(title, maxValue: 1);
                Train(training, examples, (share, text, _) => (bar.Value, bar.Description) = (share, $"{title}  {text}"));
            });
    }

    private void Train(ITraining training, IExamples<float> examples, Action<double, string, bool> report)
    {
        var batches = new Batches(examples, settings.Seed, settings.BatchSize);
        long start = Stopwatch.GetTimestamp(), reported = start;
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            batches.Begin(epoch);
            for (int batch = 0; batch < batches.Count; batch++)
            {
                cancellation.ThrowIfCancellationRequested();
                training.Step(batches.Read(batch), LearningRate);
                bool last = batch == batches.Count - 1;
                if (last || Stopwatch.GetElapsedTime(reported) > betweenReports)
                {
                    float cost = training.Cost();
                    double share = (epoch + (batch + 1.0) / batches.Count) / settings.Epochs;
                    double speed = share * settings.Epochs * examples.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
                    reported = Stopwatch.GetTimestamp();
                    report(share, $"epoch {$"{epoch + 1}".PadLeft($"{settings.Epochs}".Length)}/{settings.Epochs}  cost of the last batch {cost:F4}  {speed,9:N0} rows/s", last);
                }
            }
        }
    }
}
