using System.Linq;

namespace NetGen.Generator;

/// <summary>In a network that streams every layer gives a step of its output from a step of its input and those before.</summary>
internal static class StreamingRule
{
    /// <summary>The numbers of a state: a float, in which a convolution keeps a place of its ring, counts so far.</summary>
    private const int MostOfState = 1 << 24;

    public static void Check(DeclarationModel declaration, Shape input, EquatableArray<LayerModel> layers, Faults faults)
    {
        if (!declaration.Streaming || !input.IsKnown || layers.Count == 0 || !layers.All(layer => layer.Output.IsKnown))
        {
            return;
        }

        if (Timing.Of(input, layers) is not { } timing)
        {
            (string why, string remedy) = input.Rank == 2
                ? ("none of its layers reads a sequence step by step", "Add one that does, such as [GRU(8)]")
                : ($"its input is {input}, which is no sequence", "Make it [Input(steps, numbers of a step)] for recurrent layers, or [Input(channels, length)] for convolutions");
            faults.Report(Descriptors.StreamNeedsSequence, declaration.Network, declaration.Class.Name, why, remedy);
            return;
        }

        long state = 0;
        for (int index = 0; index < layers.Count; index++)
        {
            LayerModel layer = layers[index];
            if (!timing.ReadsSequence(layer))
            {
                continue;
            }

            state += layer.StateSize;
            (string Why, string Remedy)? mistake = Mistake(layer, timing, declaration) ?? (state > MostOfState
                ? ($"it brings the state of a stream to {Text.Count(state)} numbers, and NetGen compiles up to {Text.Count(MostOfState)}", "Use smaller sizes") : null);
            if (mistake is { } found)
            {
                faults.ReportLayer(Descriptors.LayerCannotStream, declaration.Layers[index], found.Why, found.Remedy);
            }
        }
    }

    /// <summary>Why a layer that reads a sequence cannot do so step by step, and what to do.</summary>
    private static (string Why, string Remedy)? Mistake(LayerModel layer, Timing timing, DeclarationModel declaration)
    {
        return layer switch
        {
            RecurrenceModel or PerStepDenseModel or WindowModel<SlidingWindow> { Input.Rank: 2 } when Timing.AxisOf(layer) != timing.Axis =>
                ($"it takes the {(timing.Axis == 1 ? "first" : "last")} axis for time, and {declaration.Layers[timing.Decisive - 1].PlacedTitle} the {(timing.Axis == 1 ? "last" : "first")}", "Use either recurrent layers or convolutions"),
            RecurrenceModel { Bidirectional: true } => ("it reads the sequence from its end too, and a stream has no end", "Remove Bidirectional"),
            RecurrenceModel { Lengths: true } => ("it stops at the length of its row, and a stream goes on", "Remove Lengths"),
            RecurrenceModel { State: true } => ("it starts from a state that it is given, and a stream from the one that its caller keeps", "Remove State"),
            ConvModel conv => Mistake(conv),
            PoolModel { Output.Rank: 1 } pool => ($"it waits for all {Text.Number(pool.InputWidth)} steps", "Remove it"),
            PoolModel => ("its windows give one step for several", "Remove it, or use a causal convolution"),
            FlattenModel => ("it makes one vector of all steps", timing.Axis == 0 ? "Remove it, and let the last state go on, without Sequence above it, or every step, with PerStep = true below it" : "Remove it, and let a convolution give the output"),
            ReshapeModel reshape => ("it moves numbers from one step to another", reshape.Inputs[0] == 0 ? $"Make the input {reshape.Output} instead" : "Remove it"),
            ConcatModel concat when concat.Axis == timing.Axis => ($"it joins along axis {Text.Number(concat.Axis)}, which is time", $"Set Axis = {Text.Number(1 - timing.Axis)}"),
            AddModel or MultiplyModel or ConcatModel when !layer.Inputs.All(node => timing.IsSequence[node]) => ("it joins a sequence with what is none", "Give it sequences only"),
            RecurrenceModel or PerStepDenseModel or ActivateModel or DropoutModel or AddModel or MultiplyModel or ConcatModel => null,
            RowNormModel { Axes: 1 } when timing.Axis == 0 => null,
            RowNormModel => ("it normalizes along time", "Remove it"),
            UpsampleModel or ZeroPadModel => ("its output has other steps than its input", "Remove it"),
            _ => ("it does not work on one step of a sequence", "Remove it"),
        };
    }

    private static (string Why, string Remedy)? Mistake(ConvModel conv)
    {
        SlidingWindow window = conv.Horizontal;
        return window.Stride > 1 ? ($"with Stride = {Text.Number(window.Stride)} it gives one step for {Text.Number(window.Stride)}", "Set Stride = 1")
            : window.After > 0 ? ($"its windows reach {Text.Number(window.After)} {(window.After == 1 ? "step" : "steps")} ahead", "Set Causal = true instead of other padding")
            : window.Before < window.Extent - 1 ? ($"it gives fewer steps than it reads: {window.Arithmetic(conv.InputWidth)} of {Text.Number(conv.InputWidth)}", "Set Causal = true")
            : null;
    }
}
