namespace NetGen.Generator;

/// <summary>The loss, by the names of the members of <c>Loss</c> and <c>Reduction</c>.</summary>
internal sealed record LossModel(string Loss, string Reduction);
