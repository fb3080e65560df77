using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generated.Standalone;

internal static class Kinds
{
    /// <summary>Prints the layers, activations and losses that the networks hold between them.</summary>
    public static int Print(INetwork<float>[] networks)
    {
        LayerDescription[] layers = [.. networks.SelectMany(network => network.Description.Layers)];
        Print("layers", layers.Select(layer => layer.GetType().Name));
        Print("activations", layers.OfType<ActivateDescription>().Select(layer => $"{layer.Activation}"));
        Print("losses", networks.SelectMany(network => network.Description.Losses).Select(loss => $"{loss.Loss}"));
        return 0;
    }

    private static void Print(string what, IEnumerable<string> names) => Console.WriteLine($"{what}: {string.Join(' ', names.Distinct().Order(StringComparer.Ordinal))}");
}
