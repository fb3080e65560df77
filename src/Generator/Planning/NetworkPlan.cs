namespace NetGen.Generator;

/// <summary>Everything the emitters need.</summary>
internal sealed record NetworkPlan(NetworkModel Model);
