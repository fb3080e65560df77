namespace NetGen.Samples.Sequence;

/// <summary>A network that predicts the next value.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Create">Makes one from a seed.</param>
internal sealed record Model(string Name, Func<ulong, INetwork<float>> Create)
{
    public static IReadOnlyList<Model> All { get; } =
    [
        new("lstm", seed => new LongShortTermMemory(seed)),
        new("gru", seed => new GatedRecurrentUnit(seed)),
        new("recurrent", seed => new SimpleRecurrent(seed)),
    ];

    /// <summary>What they are compared with.</summary>
    public static Model Linear { get; } = new("weighted sum", seed => new WeightedSum(seed));

    public static Model Of(string name) => All.Single(model => model.Name == name);
}
