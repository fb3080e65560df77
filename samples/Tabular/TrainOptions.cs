namespace NetGen.Samples.Tabular;

/// <summary>What the command line asks for.</summary>
/// <param name="File">The table.</param>
/// <param name="Target">The column to predict.</param>
/// <param name="Columns">The columns to predict from; empty for all others.</param>
/// <param name="Ignore">The columns to leave out.</param>
/// <param name="Categories">The columns that are categories although they hold numbers.</param>
/// <param name="Kind">Whether a class or a number is predicted.</param>
/// <param name="Split">The shares of the rows that train, end the training, and test.</param>
/// <param name="Training">How the network is trained.</param>
/// <param name="Save">Where the model is saved; null for nowhere.</param>
/// <param name="Declare">Whether to print the network's declaration.</param>
internal sealed record TrainOptions(
    string File, string Target, string[] Columns, string[] Ignore, string[] Categories, TargetKind Kind, double[] Split, TrainingPlan Training, string? Save, bool Declare);
