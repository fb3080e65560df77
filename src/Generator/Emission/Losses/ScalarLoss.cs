namespace NetGen.Generator;

/// <summary>The loss of one output <c>a</c>, or of its logit <c>z</c>, against <c>y</c>, for devices.</summary>
/// <param name="Cost">The loss.</param>
/// <param name="Gradient">Its derivative.</param>
/// <param name="Before">Declarations that both use.</param>
internal sealed record ScalarLoss(string Cost, string Gradient, params string[] Before);
