namespace NetGen.Samples.Charts;

/// <summary>What an axis measures.</summary>
/// <param name="Label">The quantity, and its unit where it has one.</param>
/// <param name="Logarithmic">Whether equal distances are equal factors; every number is positive then.</param>
/// <param name="From">Where it begins; null to begin before the least number.</param>
/// <param name="To">Where it ends; null to end behind the largest.</param>
public sealed record Axis(string Label, bool Logarithmic = false, double? From = null, double? To = null);
