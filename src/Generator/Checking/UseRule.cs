using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Every output that is not the network's is taken by a layer.</summary>
internal static class UseRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, NameTable names, Faults faults)
    {
        // A name that stands for nothing may be the one that would have taken it.
        var taken = new HashSet<int>(layers.SelectMany(layer => layer.Inputs).Concat(names.Outputs));
        if (taken.Contains(NameTable.Unknown) || faults.Holds(Descriptors.DuplicateName) || faults.Holds(Descriptors.LayerNeedsNames))
        {
            return;
        }

        for (int node = 1; node <= layers.Count; node++)
        {
            if (!taken.Contains(node) && declaration.Layers[node - 1] is not UnreadableDeclaration)
            {
                LayerDeclaration layer = declaration.Layers[node - 1];
                Shape output = layers[node - 1].Output;
                LayerDeclaration? below = node < layers.Count && declaration.Layers[node].From is not null && declaration.Layers[node].Attribute != layer.Attribute ? declaration.Layers[node] : null;
                string name = layer.Aliases.LastOrDefault() ?? names.WrittenNameOf(node);
                bool canBeJudged = layer is not InputPartDeclaration && declaration.Losses.Any(loss => loss.From is not null);
                faults.ReportLayer(
                    Descriptors.UnusedOutput, layer, output.IsKnown ? output.ToString() : "an output",
                    below is null ? "" : $": {below.PlacedTitle} below it has From = {Text.Quote(below.From!)}", below is null ? "Name" : "Remove that From, or name",
                    name, canBeJudged ? $", judge it with [Loss(…, From = {Text.Quote(name)})]" : "");
            }
        }
    }
}
