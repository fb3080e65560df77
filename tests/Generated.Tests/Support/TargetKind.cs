namespace NetGen.Generated.Tests.Support;

/// <summary>What cross-entropy learns from.</summary>
internal enum TargetKind
{
    Probabilities,
    OneHot,
    Labels,
}
