namespace NetGen.Samples.Tabular;

/// <summary>A compiled network with room, and the exact ones that fit into it.</summary>
/// <param name="Room">The description of the compiled network.</param>
/// <param name="Compiled">Makes the compiled network.</param>
/// <param name="Rate">The learning rate of the first epoch.</param>
/// <param name="Patience">The epochs without a smaller dev loss that are borne.</param>
internal sealed record Architecture(NetworkDescription Room, Func<ulong, INetwork<float>> Compiled, double Rate, int Patience)
{
    /// <summary>What a schema is trained with.</summary>
    public static Architecture Of(Schema schema) => schema.Classes > 0
        ? new(Classifier.Description, seed => new Classifier(seed), Rate: 0.002, Patience: 20)
        : new(Regressor.Description, seed => new Regressor(seed), Rate: 0.002, Patience: 20);

    /// <summary>
    /// The linear model that it is compared with. Its loss is convex and bears larger steps, and where columns go
    /// together it needs many: stopped early, it would look worse than it is.
    /// </summary>
    public static Architecture LinearOf(Schema schema) => schema.Classes > 0
        ? new(LinearClassifier.Description, seed => new LinearClassifier(seed), Rate: 0.02, Patience: 100)
        : new(LinearRegressor.Description, seed => new LinearRegressor(seed), Rate: 0.02, Patience: 100);

    /// <summary>The description of the network that has a schema's inputs and outputs, and no others.</summary>
    public NetworkDescription Exact(Schema schema)
    {
        int last = Room.Layers.LastIndexOf(Room.Layers.Last(layer => layer is DenseDescription));
        var dense = (DenseDescription)Room.Layers[last];
        return new NetworkDescription(
            Room.Name, [schema.Inputs.Count], Room.Layers.SetItem(last, dense with { Units = Math.Max(1, schema.Classes) }), Room.Loss, Room.Reduction);
    }
}
