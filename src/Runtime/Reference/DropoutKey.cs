namespace NetGen.Reference;

/// <summary>What, beside layer and element, decides the dropout mask of one row of a training batch.</summary>
/// <param name="Seed">The network's seed.</param>
/// <param name="Step">The step of training.</param>
/// <param name="Row">The row in the batch.</param>
public readonly record struct DropoutKey(ulong Seed, long Step, int Row);
