using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Reference;
using NetGen.Training;

namespace NetGen.Samples.Tabular;

/// <summary>How a network is trained.</summary>
/// <param name="Epochs">The most epochs.</param>
/// <param name="Seed">The seed of the initial weights and of the order of the rows.</param>
internal sealed record TrainingPlan(int Epochs, ulong Seed)
{
    /// <summary>
    /// Trains a network of exactly the table's inputs and outputs in the room of a compiled one, and ends after the
    /// last epoch or when the dev loss has not become smaller for some, with the parameters of the best epoch.
    /// </summary>
    /// <returns>The trained network, and the epoch that its parameters are of.</returns>
    public (ReferenceNetwork<float> Network, int BestEpoch) Run(
        Schema schema, Architecture architecture, IExamples<float> train, IExamples<float> dev, Action<EpochReport>? epochDone = null)
    {
        var exact = new ReferenceNetwork<float>(architecture.Exact(schema), Seed);
        INetwork<float> compiled = architecture.Compiled(Seed);
        Room.Enter(exact, compiled);
        int width = compiled.Description.InputSize;
        var judged = new WideExamples(dev, width);
        var loss = new Metric<float>("dev loss", network => Loss(network, judged), LargerIsBetter: false);
        var stopping = new EarlyStopping<float>(loss, architecture.Patience);
        var trainer = new Trainer<float>(compiled, new WideExamples(train, width), new Adam<float>(compiled.Layout.Length, architecture.Rate), BatchSize(train.Count))
        {
            Schedule = Schedules.Polynomial(architecture.Rate, Epochs),
            Metrics = [loss],
            Stopping = [stopping],
        };
        foreach (EpochReport report in trainer.Run(Epochs))
        {
            epochDone?.Invoke(report);
        }

        stopping.CopyBestTo(compiled);
        Room.Leave(compiled, exact);

        return (exact, stopping.BestEpoch);
    }

    /// <summary>Small tables get small batches, for enough steps in an epoch.</summary>
    private static int BatchSize(int rows) => Math.Clamp(rows / 20, 8, 64);

    private static double Loss(INetwork<float> network, IExamples<float> examples) => examples.TargetSize == 0
        ? Evaluate.Classification(network, examples).Loss!.Value
        : Evaluate.Regression(network, examples).Loss!.Value;
}
