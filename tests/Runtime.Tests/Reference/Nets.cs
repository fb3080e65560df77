using System;
using System.Collections.Immutable;
using NetGen.Reference;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Short ways to make and run reference networks of doubles.</summary>
internal static class Nets
{
    /// <summary>A network with given parameters, in canonical order.</summary>
    public static ReferenceNetwork<double> Of(NetworkDescription description, params double[] parameters)
    {
        var network = new ReferenceNetwork<double>(description);
        parameters.CopyTo(network.Parameters);
        return network;
    }

    /// <summary>A chain of layers, each continuing from the one before; names are given by place.</summary>
    public static NetworkDescription Chain(int inputs, Loss? loss, params LayerDescription[] layers) => new("Chain", [inputs], Linked(layers), loss);

    public static DenseDescription Dense(int units, bool bias = true, Initializer initializer = Initializer.Auto, double? scale = null) =>
        new("", [], units, bias, PerStep: false, initializer, scale);

    public static ActivateDescription Activate(Activation activation, double? slope = null) =>
        slope is { } given ? new("", [], activation, given) : new("", [], activation);

    public static double[] Predict(ReferenceNetwork<double> network, params double[] inputs)
    {
        double[] outputs = new double[inputs.Length / network.Description.InputSize * network.Description.OutputSize];
        network.Forward(inputs, outputs);
        return outputs;
    }

    /// <summary>J, ∂J/∂θ and ∂J/∂x of a batch.</summary>
    public static (double Cost, double[] Gradient, double[] InputGradient) Gradient(ReferenceNetwork<double> network, in Batch<double> batch)
    {
        double[] gradient = new double[network.Layout.Length];
        double[] inputGradient = new double[batch.Inputs.Length];
        double cost = network.Gradient(batch, gradient, network.CreateWorkspace(batch.Rows), inputGradient);
        return (cost, gradient, inputGradient);
    }

    private static ImmutableArray<LayerDescription> Linked(LayerDescription[] layers)
    {
        var linked = ImmutableArray.CreateBuilder<LayerDescription>();
        foreach (LayerDescription layer in layers)
        {
            linked.Add(layer with { Name = $"Layer{linked.Count + 1}", Inputs = [linked.Count] });
        }

        return linked.ToImmutable();
    }
}
