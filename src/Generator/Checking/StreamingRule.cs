using System.Linq;

namespace NetGen.Generator;

/// <summary>In a network that streams every layer gives a step of its output from a step of its input and those before.</summary>
internal static class StreamingRule
{
    /// <summary>The numbers of a state: a float, in which a convolution keeps a place of its ring, counts so far.</summary>
    private const int MostOfState = 1 << 24;

    private const string Convolve = "Remove it, and let a convolution give the output, such as [Conv1D(2, 1)] for two numbers a step";

    public static void Check(DeclarationModel declaration, Shape input, EquatableArray<LayerModel> layers, Faults faults)
    {
        if (!declaration.Streaming || !input.IsKnown || layers.Count == 0 || !layers.All(layer => layer.Output.IsKnown))
        {
            return;
        }

        if (Timing.Of(input, layers) is not { } timing)
        {
            for (int index = 0; index < layers.Count; index++)
            {
                if (layers[index] is RecurrenceModel { IsGiven: true } given)
                {
                    (string Why, string Remedy) taken = OfItsInputs(given);
                    faults.ReportLayer(Descriptors.LayerCannotStream, declaration.Layers[index], taken.Why, taken.Remedy);
                    return;
                }
            }

            (string why, string remedy) = declaration.Parts.Any() ? ("it has several inputs", "Make them one [Input(steps, features)], the features side by side")
                : input.Rank == 2
                ? ("none of its layers takes a sequence step by step", "Add one that does, such as [GRU(8)]")
                : ($"its input is {input}, which is no sequence", "Make it [Input(steps, features)] for recurrent layers, [Input(channels, length)] for convolutions, or [Input(steps)] for an [Embedding] alone, and remove a [Reshape] to that");
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
            (string Why, string Remedy)? mistake = Mistake(layer, layer.Inputs[0] == 0 ? input : layers[layer.Inputs[0] - 1].Output, timing, declaration, layers) ?? (state > MostOfState
                ? ($"it brings the state of a stream to {Text.Count(state)} numbers, and NetGen compiles up to {Text.Count(MostOfState)}", "Use a smaller dilation, kernel or input, or fewer units") : null);
            if (mistake is { } found)
            {
                faults.ReportLayer(Descriptors.LayerCannotStream, declaration.Layers[index], found.Why, found.Remedy);
            }
        }
    }

    /// <summary>Why a layer that reads a sequence cannot do so step by step, and what to do.</summary>
    private static (string Why, string Remedy)? Mistake(LayerModel layer, Shape given, Timing timing, DeclarationModel declaration, EquatableArray<LayerModel> layers)
    {
        return layer switch
        {
            RecurrenceModel or PerStepDenseModel or WindowModel<SlidingWindow> { Input.Rank: 2 } when Timing.AxisOf(layer) != timing.Axis =>
                ($"it takes the {(timing.Axis == 1 ? "first" : "last")} axis for time, and {declaration.Layers[timing.Decisive - 1].PlacedTitle} the {(timing.Axis == 1 ? "last" : "first")}", layers[timing.Decisive - 1] is EmbeddingModel ? "Use a recurrent layer" : "Use either recurrent layers or convolutions"),
            RecurrenceModel { Bidirectional: true } => ("it takes the sequence from its end too, and a stream has no end", "Remove Bidirectional"),
            RecurrenceModel { IsGiven: true } recurrent => OfItsInputs(recurrent),
            ConvModel conv => Mistake(conv),
            PoolModel { Output.Rank: 1 } pool => ($"it waits for all {Text.Count(pool.InputWidth)} steps", Convolve),
            PoolModel => ("its windows do not give one step for every step", "Remove it, or use a causal convolution"),
            FlattenModel or ReshapeModel when layer.Inputs[0] == 0 && layer.Output.Rank == 1 && layers.OfType<EmbeddingModel>().Any() =>
                ("it makes one vector of all steps", $"Make the input [Input({Text.Number(layer.Output.Sizes[0])})], of one symbol a step, and remove it"),
            FlattenModel => ("it makes one vector of all steps", timing.Axis == 0 ? "Remove it, and either Sequence above it, so that the last state goes on, or set PerStep = true below it, for every step" : Convolve),
            ReshapeModel when layer.Output == given => ($"its input is {given} already", "Remove it"),
            ReshapeModel reshape => ("it moves numbers from one step to another", reshape.Inputs[0] == 0 ? $"Make the input {reshape.Output} and remove the [Reshape]" : "Remove it"),
            ConcatModel concat when concat.Axis == timing.Axis => ($"it joins along axis {Text.Number(concat.Axis)}, which is time", $"Set Axis = {Text.Number(1 - timing.Axis)}"),
            AddModel or MultiplyModel or ConcatModel when !layer.Inputs.All(node => timing.IsSequence[node]) => ($"it joins a sequence with {Single(layer, timing, declaration)}, which is none", "Give it sequences only"),
            EmbeddingModel or RecurrenceModel or PerStepDenseModel or ActivateModel or DropoutModel or AddModel or MultiplyModel or ConcatModel => null,
            RowNormModel { Axes: 1 } when timing.Axis == 0 => null,
            BatchNormModel when timing.Axis == 1 => null,
            PReLUModel prelu when timing.Axis == 1 || !prelu.PerChannel => null,
            PReLUModel => ("it has a slope of its own for every step", "Remove PerChannel"),
            RowNormModel => ("it normalizes along time", "Remove it"),
            BatchNormModel => ("it has averages of its own for every step", "Remove it"),
            UpsampleModel or ZeroPadModel => ($"it gives {Text.Count(layer.Output.Sizes[1])} steps for {Text.Count(given.Sizes[1])}", "Remove it"),
            _ => ("it does not work on one step of a sequence", "Remove it"),
        };
    }

    /// <summary>Why a layer cannot stream that takes more than a sequence.</summary>
    private static (string Why, string Remedy) OfItsInputs(RecurrenceModel layer) => layer.Lengths
        ? ("it stops at the length of its row, and a stream goes on", "Remove Lengths")
        : ("it starts from a state that it is given, and a stream from the one that its caller keeps", "Remove State");

    /// <summary>What a layer takes that is no sequence.</summary>
    private static string Single(LayerModel layer, Timing timing, DeclarationModel declaration) =>
        declaration.Layers[layer.Inputs.First(node => !timing.IsSequence[node]) - 1].PlacedTitle;

    private static (string Why, string Remedy)? Mistake(ConvModel conv)
    {
        SlidingWindow window = conv.Horizontal;
        return window.Stride > 1 ? ($"with Stride = {Text.Number(window.Stride)} it gives one step for {Text.Number(window.Stride)}", "Set Stride = 1")
            : window.After > 0 ? ($"its windows reach {Text.Number(window.After)} {(window.After == 1 ? "step" : "steps")} ahead", "Set Causal = true instead of other padding")
            : window.Before < window.Extent - 1 ? ($"it gives fewer steps than it takes: {window.Arithmetic(conv.InputWidth)} of {Text.Number(conv.InputWidth)}", "Set Causal = true")
            : null;
    }
}
