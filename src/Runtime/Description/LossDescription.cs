namespace NetGen;

/// <summary>A loss and the output that it judges.</summary>
/// <param name="Loss">The loss of one example.</param>
/// <param name="Node">The node that it judges.</param>
/// <param name="Weight">Its factor in the cost, finite and at least 0.</param>
public sealed record LossDescription(Loss Loss, int Node, double Weight = 1);
