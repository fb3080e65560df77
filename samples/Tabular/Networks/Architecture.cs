namespace NetGen.Samples.Tabular;

/// <summary>A compiled network with room, and the exact ones that fit into it.</summary>
/// <param name="Room">The description of the compiled network.</param>
/// <param name="Compiled">Makes the compiled network.</param>
/// <param name="Rate">The learning rate of the first epoch. A linear model has no local minima to fall into and bears a larger one, which it needs where columns go together.</param>
internal sealed record Architecture(NetworkDescription Room, Func<ulong, INetwork<float>> Compiled, double Rate)
{
    /// <summary>What a schema is trained with.</summary>
    public static Architecture Of(Schema schema) => schema.Classes > 0
        ? new(Classifier.Description, seed => new Classifier(seed), Rate: 0.002)
        : new(Regressor.Description, seed => new Regressor(seed), Rate: 0.002);

    /// <summary>The linear model that it is compared with.</summary>
    public static Architecture LinearOf(Schema schema) => schema.Classes > 0
        ? new(LinearClassifier.Description, seed => new LinearClassifier(seed), Rate: 0.02)
        : new(LinearRegressor.Description, seed => new LinearRegressor(seed), Rate: 0.02);

    /// <summary>The description of the network that has a schema's inputs and outputs, and no others.</summary>
    public NetworkDescription Exact(Schema schema)
    {
        int last = Room.Layers.LastIndexOf(Room.Layers.Last(layer => layer is DenseDescription));
        var dense = (DenseDescription)Room.Layers[last];
        return new NetworkDescription(
            Room.Name, [schema.Inputs.Count], Room.Layers.SetItem(last, dense with { Units = Math.Max(1, schema.Classes) }), Room.Loss, Room.Reduction);
    }
}
