using NetGen.Training;

namespace NetGen.Baselines;

/// <summary>One training of a line: Adam, in an order of its seed, to the last epoch.</summary>
internal static class Run
{
    /// <summary>Trains from a seed.</summary>
    /// <returns>The line's figure on the test rows.</returns>
    public static double Of(Baseline line, DataSet data, ulong seed, Action epochDone)
    {
        INetwork<float> network = line.Create(seed);
        var trainer = new Trainer<float>(network, data.Train, new Adam<float>(network.Layout.Length, line.Rate), line.Batch);
        foreach (EpochReport _ in trainer.Run(line.Epochs))
        {
            epochDone();
        }

        return Judge.Of(network, data);
    }
}
