namespace NetGen.Evaluation;

/// <summary>What a threshold makes of scores.</summary>
/// <param name="Threshold">Rows are taken for class 1 from this score on; +∞ where none is.</param>
/// <param name="FalsePositiveRate">The share of the rows of class 0 that are taken for class 1.</param>
/// <param name="TruePositiveRate">The share of the rows of class 1 that are, which is the recall.</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);
