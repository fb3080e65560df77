namespace NetGen.Evaluation;

/// <summary>What a network trained on some of the rows came to.</summary>
/// <param name="Rows">The rows trained on.</param>
/// <param name="TrainError">The error on them.</param>
/// <param name="DevError">The error on rows not trained on.</param>
public readonly record struct LearningPoint(int Rows, double TrainError, double DevError);
