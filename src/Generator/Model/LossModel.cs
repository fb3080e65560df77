namespace NetGen.Generator;

/// <summary>A loss, by the names of the members of <c>Loss</c> and <c>Reduction</c>.</summary>
/// <param name="Node">The node that it judges.</param>
/// <param name="Weight">Its factor in the cost.</param>
internal sealed record LossModel(string Loss, string Reduction, int Node, double Weight = 1)
{
    /// <summary>What else is set of it.</summary>
    public LossOptions Options { get; init; } = new();

    /// <summary>Whether nothing is set of it.</summary>
    public bool IsPlain => Weight == 1 && Options == new LossOptions();
}
