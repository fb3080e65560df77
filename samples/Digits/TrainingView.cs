using NetGen.Training;
using Spectre.Console;

namespace NetGen.Samples;

/// <summary>Shows how a training goes: a bar on a terminal, a line for every epoch where the output goes elsewhere.</summary>
internal sealed class TrainingView(IAnsiConsole console, string title) : IProgress<TrainingProgress>
{
    private ProgressTask? bar;

    /// <summary>Runs a training that reports to this view.</summary>
    public void Watch(Action training)
    {
        if (console.Profile.Capabilities is not { Ansi: true, Interactive: true })
        {
            training();
            return;
        }

        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 16 }, new PercentageColumn())
            .Start(context =>
            {
                bar = context.AddTask(title, maxValue: 1);
                training();
            });
    }

    public void Report(TrainingProgress value)
    {
        string epoch = $"{value.Epoch}".PadLeft($"{value.Epochs}".Length);
        string left = $"{(int)value.TimeLeft.TotalMinutes}:{value.TimeLeft:ss}";
        string text = $"{title,-10}  epoch {epoch}/{value.Epochs}  loss {value.Loss:F4}  {value.RowsPerSecond,7:N0} rows/s  {left} left";
        if (bar is not null)
        {
            bar.Value = value.Share;
            bar.Description = text;
        }
        else if (value.Rows == value.RowsPerEpoch)
        {
            console.WriteLine(text);
        }
    }
}
