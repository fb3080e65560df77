namespace NetGen.Training;

/// <summary>How far a repeated training has come.</summary>
/// <param name="Done">The trainings done.</param>
/// <param name="Count">The trainings in all.</param>
public readonly record struct RepetitionProgress(int Done, int Count);
