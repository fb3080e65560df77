namespace NetGen.Samples.Tabular;

/// <summary>The description of a network that has the inputs and outputs of a table, and no others.</summary>
internal static class Exact
{
    /// <summary>A compiled network's description with other numbers of inputs and outputs.</summary>
    public static NetworkDescription Of(NetworkDescription compiled, int inputs, int outputs)
    {
        int last = compiled.Layers.LastIndexOf(compiled.Layers.Last(layer => layer is DenseDescription));
        var dense = (DenseDescription)compiled.Layers[last];
        return new NetworkDescription(
            compiled.Name, [inputs], compiled.Layers.SetItem(last, dense with { Units = outputs }), compiled.Loss, compiled.Reduction);
    }
}
