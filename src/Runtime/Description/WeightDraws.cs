namespace NetGen;

/// <summary>How the weights of a layer are drawn.</summary>
/// <param name="Initializer">The initializer.</param>
/// <param name="Scale">The number that it takes; null for its default.</param>
internal readonly record struct WeightDraws(Initializer Initializer, double? Scale);
