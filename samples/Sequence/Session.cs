using System.Globalization;
using NetGen.Evaluation;
using NetGen.Training;
using Spectre.Console;

namespace NetGen.Samples.Sequence;

/// <summary>Trains on the past, predicts the rest step by step, and compares with two simpler ways.</summary>
internal sealed class Session(Settings settings, IAnsiConsole console, CancellationToken cancellation)
{
    private const int BatchSize = 32;
    private const double LearningRate = 0.003;

    public void Run()
    {
        var series = Series.Of(settings);
        var windows = new Windows(series.Values);
        console.WriteLine($"{series.Values.Length} values, {series.Source}: {windows.Train.Count} windows of {Windows.Length} to train, {windows.Test.Count} later ones to test");
        double[] predicted = Trained(settings.Model, windows);
        double[] linear = Trained(Model.Linear, windows);
        Chart.Show(console, windows.Truth, predicted);
        Table table = new Table().Border(TableBorder.Markdown).AddColumns("prediction of the next value", "RMSE");
        table.Columns[1].RightAligned();
        table.AddRow(settings.Model.Name, Error(predicted));
        table.AddRow($"{Model.Linear.Name} of the window", Error(linear));
        table.AddRow("the same as the last", Error(windows.Before));
        console.Write(table);

        string Error(ReadOnlySpan<double> values)
        {
            var errors = new RegressionErrors(columns: 1);
            errors.Add(values, windows.Truth);
            return errors.RootMeanSquaredError.ToString("F3", CultureInfo.InvariantCulture);
        }
    }

    private double[] Trained(Model model, Windows windows)
    {
        INetwork<float> network = model.Create(settings.Seed);
        var trainer = new Trainer<float>(network, windows.Train, new Adam<float>(network.Layout.Length, LearningRate), BatchSize);
        console.Progress().Start(context =>
        {
            ProgressTask bar = context.AddTask(model.Name, maxValue: settings.Epochs);
            foreach (EpochReport _ in trainer.Run(settings.Epochs, cancellation))
            {
                bar.Increment(1);
            }
        });
        return windows.Predict(network);
    }
}
