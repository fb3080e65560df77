using NetGen.Data;

namespace NetGen.Baselines;

/// <summary>A set as its network sees it.</summary>
/// <param name="Train">The rows to train on.</param>
/// <param name="Test">The rows to judge by.</param>
/// <param name="InUnits">A target in its original units; null where the set has labels.</param>
internal sealed record DataSet(IExamples<float> Train, IExamples<float> Test, Func<double, double>? InUnits = null);
