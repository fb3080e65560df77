namespace NetGen.Baselines;

/// <summary>A line of the table: a network, how it is trained, and what an ordinary one reaches.</summary>
/// <param name="Set">The folder of the data.</param>
/// <param name="Shape">The network's layers, as the table writes them.</param>
/// <param name="Epochs">The epochs; the last one counts.</param>
/// <param name="Rate">Adam's learning rate.</param>
/// <param name="Batch">The rows of a batch.</param>
/// <param name="Figure">What is measured on the test rows.</param>
/// <param name="Linear">What a linear model reaches; null where the table does not say.</param>
/// <param name="Accept">The limit for the mean of all seeds.</param>
/// <param name="Create">Makes the network from a seed.</param>
/// <param name="Read">Reads the set from its folder.</param>
internal sealed record Baseline(
    string Set, string Shape, int Epochs, double Rate, int Batch, Figure Figure, double? Linear, double Accept,
    Func<ulong, INetwork<float>> Create, Func<string, DataSet> Read)
{
    /// <summary>Whether the mean must also be better than the linear model's figure.</summary>
    public bool BeatsLinear { get; init; }

    /// <summary>Whether a mean passes.</summary>
    public bool Passes(double mean) => Reaches(mean, Accept) && (!BeatsLinear || (mean != Linear && Reaches(mean, Linear!.Value)));

    private bool Reaches(double value, double limit) => Figure == Figure.Accuracy ? value >= limit : value <= limit;
}

/// <summary>What a network is judged by.</summary>
internal enum Figure
{
    /// <summary>The share of rows whose class is right; larger is better.</summary>
    Accuracy,

    /// <summary>The root of the mean squared error, in the target's units; smaller is better.</summary>
    RootMeanSquaredError,
}
