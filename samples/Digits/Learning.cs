using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Report;
using NetGen.Training;
using Spectre.Console;

namespace NetGen.Samples;

/// <summary>
/// Trains networks: Adam, batches of 64, in another order every epoch. In the second half of the epochs the learning rate
/// falls evenly towards 0, for once the loss is nearly 0 a full step of Adam may throw the network far off.
/// </summary>
internal sealed class Learning(Settings settings, IAnsiConsole console, CancellationToken cancellation)
{
    private const int BatchSize = 64;
    private const double LearningRate = 0.001;

    private readonly int epochs = settings.Epochs ?? settings.Model.Epochs;

    /// <summary>Trains a network.</summary>
    /// <param name="network">Any with 784 inputs and 10 classes.</param>
    /// <param name="examples">What it learns from.</param>
    /// <param name="title">What it is called on the screen.</param>
    /// <param name="checkpoint">Where to save the training after every epoch and when it is cancelled, and to go on from; null for nowhere.</param>
    /// <param name="test">What a report judges every epoch by; null for no report.</param>
    /// <returns>How the training went; null where a checkpoint has left no epoch to run.</returns>
    public TrainingReport<float>? Train(INetwork<float> network, IExamples<float> examples, string title, string? checkpoint = null, IExamples<float>? test = null)
    {
        var view = new TrainingView(console, title);
        var trainer = new Trainer<float>(network, examples, new Adam<float>(network.Layout.Length), BatchSize)
        {
            Schedule = epoch => LearningRate * Math.Min(1, 2 * (1 - (double)epoch / epochs)),
            Metrics = test is null ? [] : [new("test accuracy", net => Evaluate.Classification(net, test).Accuracy, LargerIsBetter: true)],
            Progress = view,
        };
        var report = new TrainingReport<float>(trainer);
        if (File.Exists(checkpoint))
        {
            trainer.Resume(checkpoint);
            console.WriteLine($"{title}  goes on after {trainer.Epoch} epochs and {trainer.Rows} rows, from {checkpoint}");
        }

        if (trainer.Epoch >= epochs)
        {
            return null;
        }

        view.Watch(() => Run(trainer, report, checkpoint, test is null ? null : settings.Report));
        return report;
    }

    private void Run(Trainer<float> trainer, TrainingReport<float> report, string? checkpoint, string? page)
    {
        int before = trainer.Epoch;
        try
        {
            foreach (EpochReport _ in report.Watch(trainer.Run(epochs, cancellation)))
            {
                Keep();
            }
        }
        catch (OperationCanceledException)
        {
            Keep();
            throw;
        }

        void Keep()
        {
            if (checkpoint is not null)
            {
                trainer.Save(checkpoint);
            }

            // A page without an epoch would replace that of the run before.
            if (page is not null && trainer.Epoch > before)
            {
                report.Write(page);
            }
        }
    }
}
