using System.Collections.Immutable;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Randomness;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// The error on examples that are not trained on falls, turns and rises again: a training that stops at the turn keeps
/// what generalizes (L. Prechelt, 1998).
/// </summary>
internal sealed class StoppingEarly : IDemonstration
{
    private const int Inputs = 8;
    private const int Epochs = 1500;
    private const int Patience = 200;

    public string Id => "K6";

    public string Title => "Early stopping halts where the dev error turns";

    public string ToSee => "The training error falls on and on, the dev error turns. Early stopping waits 200 epochs for it to turn back, ends, and puts the weights of the turn into the network again.";

    public Findings Run(ulong seed)
    {
        IExamples<float> train = Sample(40, stream: 0);
        IExamples<float> dev = Sample(200, stream: 1);
        var error = new Metric<float>("dev RMSE", network => Evaluate.Regression(network, dev).Errors.RootMeanSquaredError, LargerIsBetter: false);

        // Once to the end, to see what would have come, and once with early stopping.
        EpochReport[] reports = [.. Training(new Pliable(seed)).Run(Epochs)];
        var kept = new Pliable(seed);
        var stopping = new EarlyStopping<float>(error, Patience);
        EpochReport last = Training(kept, stopping).Run(Epochs).Last();

        int turn = stopping.BestEpoch;
        var table = new NumberTable("after", "epoch", "training RMSE", "dev RMSE")
        {
            { "the turn of the dev error", turn, TrainingError(reports[turn - 1]), reports[turn - 1]["dev RMSE"] },
            { "early stopping", last.Epoch, TrainingError(last), error.Of(kept) },
            { "all epochs", Epochs, TrainingError(reports[^1]), reports[^1]["dev RMSE"] },
        };
        double[] epochs = [.. reports.Select(report => (double)report.Epoch)];
        double[] errors = [.. reports.Select(report => report["dev RMSE"])];
        double top = 1.2 * errors[0];
        return new(
            new Figure(
                "40 examples with noise of 1, 64 hidden units",
                new Panel(
                    "errors in training and on 200 other examples", new("epoch"), new("RMSE", From: 0, To: top),
                    new Line("in training", epochs, [.. reports.Select(TrainingError)]),
                    new Line("on the dev set", epochs, errors),
                    new Line("weights kept", [turn, turn], [0, top]) { Dashed = true },
                    new Line("training ends", [last.Epoch, last.Epoch], [0, top]) { Dashed = true })),
            table);

        Trainer<float> Training(Pliable network, params ImmutableArray<Stopping<float>> rules) =>
            new(network, train, new Adam<float>(Pliable.Layout.Length, learningRate: 0.002), batchSize: train.Count) { Metrics = [error], Stopping = rules };

        // Three of eight inputs matter; noise of 1 is what no network can foretell.
        Examples<float> Sample(int count, int stream)
        {
            double[][] x = [.. Enumerable.Range(0, count * Inputs).Select(index => CounterRandom.Normal(seed, stream, index)).Chunk(Inputs)];
            return Learning.Examples(count, x.SelectMany(row => row), x.Select((row, index) => row[0] + row[1] - row[2] + CounterRandom.Normal(seed, stream + 2, index)));
        }
    }

    private static double TrainingError(EpochReport report) => Math.Sqrt(report.Loss);
}

[Network]
[Input(8)]
[Dense(64, Activation.Tanh)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Pliable;
