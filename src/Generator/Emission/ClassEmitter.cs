using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the other part of the user's class: its members check their arguments and call the mathematics.</summary>
internal sealed class ClassEmitter(CodeWriter code, NetworkPlan plan)
{
    private NetworkModel Model => plan.Model;

    /// <summary>What a workspace holds: numbers per row, numbers besides.</summary>
    private string Sizes => $"{Text.Number(plan.TrainingBuffers.Length)}, {Text.Number(plan.Transposes.Length)}";

    /// <summary>The numbers of the buffer: the parameters, and behind them the statistics.</summary>
    private int Length => plan.Parameters.Length + plan.Statistics.Length;

    private bool HasStatistics => plan.Statistics.Length > 0;

    private string OfBuffer => HasStatistics ? "Parameters in the layout of <see cref=\"Layout\"/>, and behind them statistics in that of <see cref=\"StatisticsLayout\"/>" : "Parameters in the layout of <see cref=\"Layout\"/>";

    /// <summary>What of a batch is checked before it trains, beside its lengths.</summary>
    private string Coupled => SeveralRows(Model) is { } check ? $"\n    {check}" : "";

    private string Seeds => plan.Drops ? ", Seed, batch.Step" : "";

    /// <summary>Refuses a batch of one row where vectors are normalized over the rows; null where none are.</summary>
    public static string? SeveralRows(NetworkModel model) =>
        model.Layers.OfType<BatchNormModel>().FirstOrDefault(layer => layer.Pixels == 1) is { } norm
            ? $"global::NetGen.Expect.SeveralRows(rows, \"{norm.Name}\", {Text.Number(norm.Channels)});" : null;

    public void Write()
    {
        using (new Containers(code, Model.Type))
        {
            foreach (string line in NetworkSummary.Documentation(plan))
            {
                code.Line($"/// {line}");
            }

            using (code.Block($"{Model.Type.Declaration} : global::NetGen.{(Model.Streaming ? "IStreamingNetwork" : "INetwork")}<float>"))
            {
                Members();
            }
        }
    }

    private void Members()
    {
        code.Lines(
            $$"""
            /// <summary>The numbers of one example: {{Model.Input}}.</summary>
            public const int InputSize = {{Text.Number(Model.Input.Elements)}};

            /// <summary>The numbers of one output: {{Model.Output}}.</summary>
            public const int OutputSize = {{Text.Number(Model.Output.Elements)}};

            /// <summary>The numbers that are learned.</summary>
            public const int ParameterCount = {{Text.Number(plan.Parameters.Count)}};

            """);
        var parts = new PartsEmitter(code, plan);
        parts.Constants();
        code.Lines(
            $$"""
            private global::NetGen.AlignedBuffer<float> parameters = new({{Text.Number(Length)}});

            /// <summary>Makes a network whose weights are drawn by their initializers.</summary>
            /// <param name="seed">The seed of the weights and of the dropout masks.</param>
            public {{Model.Type.Identifier}}(ulong seed = {{Model.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}}UL)
            {
                Seed = seed;
                global::NetGen.Training.Initialization.Fill(Description, Layout, seed, Parameters);{{(HasStatistics ? "\n    global::NetGen.Training.Initialization.FillStatistics(StatisticsLayout, Statistics);" : "")}}
            }

            /// <inheritdoc cref="global::NetGen.INetwork{T}.Description"/>
            public static global::NetGen.NetworkDescription Description => global::{{NetworkEmitter.Namespace}}.Facts.Description;

            /// <inheritdoc cref="global::NetGen.INetwork{T}.Layout"/>
            public static global::NetGen.ParameterLayout Layout => global::{{NetworkEmitter.Namespace}}.Facts.Layout;

            /// <inheritdoc/>
            public ulong Seed { get; }

            /// <inheritdoc/>
            public global::System.Span<float> Parameters => parameters.Span{{(HasStatistics ? $".Slice(0, {Text.Number(plan.Parameters.Length)})" : "")}};

            /// <inheritdoc/>
            public global::System.Span<float> Statistics => {{(HasStatistics ? $"parameters.Span.Slice({Text.Number(plan.Parameters.Length)})" : "default")}};

            /// <inheritdoc cref="global::NetGen.INetwork{T}.StatisticsLayout"/>
            public static global::NetGen.ParameterLayout StatisticsLayout => {{(HasStatistics ? $"global::{NetworkEmitter.Namespace}.Facts.Statistics" : "global::NetGen.ParameterLayout.Empty")}};

            global::NetGen.NetworkDescription global::NetGen.INetwork<float>.Description => Description;

            global::NetGen.ParameterLayout global::NetGen.INetwork<float>.Layout => Layout;

            global::NetGen.ParameterLayout global::NetGen.INetwork<float>.StatisticsLayout => StatisticsLayout;
            """);
        foreach (LayerModel layer in Model.Layers.Where(layer => layer.Learns))
        {
            int first = plan.Parameters.Tensors.TakeWhile(tensor => tensor.Layer != layer.Name).Count();
            code.Line();
            code.Lines(Parameters(layer, first));
        }

        code.Line();
        code.Lines(
            $$"""
            /// <summary>Puts other parameters in the place of these, while other threads may be predicting; they go on with those they began with.</summary>
            /// <param name="replacement">{{OfBuffer}}.</param>
            /// <returns>The parameters that were replaced.</returns>
            /// <exception cref="global::System.ArgumentException">There is no replacement, or its length does not fit.</exception>
            public global::NetGen.AlignedBuffer<float> Exchange(global::NetGen.AlignedBuffer<float> replacement)
            {
                global::NetGen.Expect.Replacement(replacement, {{Text.Number(Length)}});
                return global::System.Threading.Interlocked.Exchange(ref parameters, replacement);
            }

            /// <inheritdoc/>
            public global::NetGen.Workspace<float> CreateWorkspace(int rows) => new({{Sizes}}, rows);

            /// <inheritdoc/>
            public void Forward(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)
            {
                {{CheckOf("inputs")}}{{Predict("parameters.First")}}
            }
            """);
        if (parts.AreAny)
        {
            code.Line();
            parts.Member();
        }

        code.Line();
        code.Lines(
            $$"""
            /// <summary>Predicts with parameters from anywhere, constant data included: no object is made.</summary>
            /// <param name="parameters">{{OfBuffer}}; padding is zero.</param>
            /// <param name="inputs">[rows, <see cref="InputSize"/>].</param>
            /// <param name="outputs">Receives [rows, <see cref="OutputSize"/>].</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
            public static void Forward(global::System.ReadOnlySpan<float> parameters, global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)
            {
                global::NetGen.Expect.Length(parameters.Length, {{Text.Number(Length)}}, nameof(parameters));
                {{CheckOf("inputs")}}{{Predict(First("parameters"))}}
            }

            /// <inheritdoc/>
            public void Forward(in global::NetGen.Batch<float> batch, global::System.Span<float> outputs, global::NetGen.Workspace<float> workspace)
            {
                {{CheckOf("batch.Inputs")}}int rows = global::NetGen.Expect.Inputs(batch, InputSize);
                global::NetGen.Expect.Length(outputs.Length, rows, OutputSize, nameof(outputs));{{Coupled}}
                ref float memory = ref global::NetGen.Expect.Workspace(workspace).Reserve({{Sizes}}, rows);
                global::{{NetworkEmitter.Namespace}}.Mathematics.Forward(rows, ref parameters.First, ref {{First("batch.Inputs")}}, ref {{First("outputs")}}, ref memory{{Seeds}}, workspace.Workers);
                workspace.Keep(this, rows, batch.Step);
            }

            /// <inheritdoc/>
            public void Backward(in global::NetGen.Batch<float> batch, global::System.ReadOnlySpan<float> outputGradient, global::System.Span<float> gradient, global::NetGen.Workspace<float> workspace, global::System.Span<float> inputGradient = default)
            {
                {{CheckOf("batch.Inputs")}}int rows = global::NetGen.Expect.Inputs(batch, InputSize);
                global::NetGen.Expect.Length(outputGradient.Length, rows, OutputSize, nameof(outputGradient));
                global::NetGen.Expect.Gradients(gradient, {{Text.Number(plan.Parameters.Length)}}, inputGradient, rows, InputSize);
                ref float memory = ref global::NetGen.Expect.Workspace(workspace).Take(this, rows, batch.Step);
                global::{{NetworkEmitter.Namespace}}.Mathematics.Backward(rows, ref parameters.First, ref {{First("batch.Inputs")}}, ref {{First("outputGradient")}}, ref {{First("gradient")}}, ref memory, ref {{First("inputGradient")}}, inputGradient.Length > 0{{Seeds}}, workspace.Workers);
            }
            """);
        code.Line();
        if (plan.Stepping is { } stepping)
        {
            Streaming(stepping);
            code.Line();
        }

        if (Model.Losses.Count > 0)
        {
            Training(Model.Losses[0].Reduction);
        }
        else
        {
            code.Lines(
                $"""
                float global::NetGen.INetwork<float>.Gradient(in global::NetGen.Batch<float> batch, global::System.Span<float> gradient, global::NetGen.Workspace<float> workspace, global::System.Span<float> inputGradient) =>
                    throw global::NetGen.Expect.Loss("{Model.Type.Name}");

                float global::NetGen.INetwork<float>.Cost(in global::NetGen.Batch<float> batch, global::NetGen.Workspace<float> workspace) =>
                    throw global::NetGen.Expect.Loss("{Model.Type.Name}");
                """);
        }
    }

    private void Streaming(NetworkPlan stepping)
    {
        string Step(string parameters) =>
            $$"""
            global::NetGen.Expect.Length(input.Length, StepInputSize, nameof(input));
                {{CheckOf("input, 0, StepInputSize")}}global::NetGen.Expect.Length(state.Length, StateSize, nameof(state));
                global::NetGen.Expect.Length(output.Length, StepOutputSize, nameof(output));
                global::{{NetworkEmitter.Namespace}}.Mathematics.Step(ref {{parameters}}, ref {{First("input")}}, ref {{First("state")}}, ref {{First("output")}});
            """;
        code.Lines(
            $$"""
            /// <summary>The numbers of the state of a stream.</summary>
            public const int StateSize = {{Text.Number(stepping.StateSize)}};

            /// <summary>The numbers that a step takes: {{stepping.Model.Input}}.</summary>
            public const int StepInputSize = {{Text.Number(stepping.Model.Input.Elements)}};

            /// <summary>The numbers that a step gives: {{stepping.Model.Output}}.</summary>
            public const int StepOutputSize = {{Text.Number(stepping.Model.Output.Elements)}};

            int global::NetGen.IStreamingNetwork<float>.StateSize => StateSize;

            int global::NetGen.IStreamingNetwork<float>.StepInputSize => StepInputSize;

            int global::NetGen.IStreamingNetwork<float>.StepOutputSize => StepOutputSize;

            /// <inheritdoc/>
            public void Step(global::System.ReadOnlySpan<float> input, global::System.Span<float> state, global::System.Span<float> output)
            {
                {{Step("parameters.First")}}
            }

            /// <summary>One step of a stream, with parameters from anywhere, constant data included: no object is made.</summary>
            /// <param name="parameters">{{OfBuffer}}; padding is zero.</param>
            /// <param name="input">[<see cref="StepInputSize"/>], the next step of the input.</param>
            /// <param name="state">[<see cref="StateSize"/>], as the step before left it; all zeros at the start. Receives the state after this step.</param>
            /// <param name="output">Receives [<see cref="StepOutputSize"/>].</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit{{(Model.ReadsWhole ? ", or a symbol is none" : "")}}.</exception>
            public static void Step(global::System.ReadOnlySpan<float> parameters, global::System.ReadOnlySpan<float> input, global::System.Span<float> state, global::System.Span<float> output)
            {
                global::NetGen.Expect.Length(parameters.Length, {{Text.Number(Length)}}, nameof(parameters));
                {{Step(First("parameters"))}}
            }
            """);
    }

    /// <summary>The property of what a layer learns.</summary>
    private static string Parameters(LayerModel layer, int first)
    {
        string property = $"public global::NetGen.{layer.ParametersType} {layer.Name} => new(parameters, ";
        string Tensors(IEnumerable<ParameterModel> parameters) => string.Join(", ", parameters.Select(parameter => $"{parameter.Name} {parameter.Shape}"));
        return layer is RecurrenceModel recurrent
            ? $"""
            /// <summary>The parameters of {layer.Name}: {(recurrent.Bidirectional ? "for each direction " : "")}{Tensors(layer.Parameters.Take(recurrent.Bias ? 4 : 2))}.</summary>
            {property}Layout, {Text.Number(first)}, bias: {Text.Truth(recurrent.Bias)}, bidirectional: {Text.Truth(recurrent.Bidirectional)});
            """
            : layer is AttentionModel attention
            ? $"""
            /// <summary>The parameters of {layer.Name}: {Tensors(layer.Parameters)}.</summary>
            {property}Layout, {Text.Number(first)}, bias: {Text.Truth(attention.Bias)});
            """
            : layer is EmbeddingModel or PositionalEncodingModel or PReLUModel
            ? $"""
            /// <summary>The parameters of {layer.Name}: {Tensors(layer.Parameters).ToLowerInvariant()}.</summary>
            {property}Layout.Tensors[{Text.Number(first)}]);
            """
            : $"""
            /// <summary>The parameters of {layer.Name}: {Tensors(layer.Parameters).ToLowerInvariant()}.</summary>
            {property}Layout.Tensors[{Text.Number(first)}], {(layer.Parameters.Count > 1 ? $"Layout.Tensors[{Text.Number(first + 1)}]" : "null")});
            """;
    }

    private void Training(string reduction)
    {
        bool mean = reduction == "Mean";
        bool labels = LossEmitters.TakesLabels(plan);
        string arguments = $"rows, ref parameters.First, ref {First("batch.Inputs")}, ref {First("batch.Targets")}{(labels ? $", ref {First("batch.Labels")}, labelled" : "")}, ref {First("batch.Weights")}, weighted";
        string check = labels ? "bool labelled = global::NetGen.Expect.TargetsOrLabels(batch, OutputSize)"
            : $"global::NetGen.Expect.Targets{(Model.Losses.Count > 1 ? "OfParts" : "")}(batch, OutputSize)";
        string Returned(string pass, string gradient) => !new PenaltyEmitter(code, plan).IsAny ? $"return (float){(mean ? "(cost / rows)" : "cost")};" :
            $$"""
            {{(mean ? "cost /= rows;\n    " : "")}}global::{{NetworkEmitter.Namespace}}.Penalties.{{pass}}(ref cost, ref parameters.First{{gradient}}, workspace.Workers);
                return (float)cost;
            """;
        code.Lines(
            $$"""
            /// <inheritdoc/>
            public float Gradient(in global::NetGen.Batch<float> batch, global::System.Span<float> gradient, global::NetGen.Workspace<float> workspace, global::System.Span<float> inputGradient = default)
            {
                {{CheckOf("batch.Inputs")}}int rows = global::NetGen.Expect.Inputs(batch, InputSize);
                {{check}};
                bool weighted = global::NetGen.Expect.Weights(batch);{{Coupled}}
                global::NetGen.Expect.Gradients(gradient, {{Text.Number(plan.Parameters.Length)}}, inputGradient, rows, InputSize);
                ref float memory = ref global::NetGen.Expect.Workspace(workspace).Reserve({{Sizes}}, rows);
                double cost = global::{{NetworkEmitter.Namespace}}.Mathematics.Gradient({{arguments}}, ref {{First("gradient")}}, ref memory, ref {{First("inputGradient")}}, inputGradient.Length > 0, {{(mean ? "1f / rows" : "1f")}}{{Seeds}}, workspace.Workers);
                {{Returned("Gradient", $", ref {First("gradient")}")}}
            }

            /// <inheritdoc/>
            public float Cost(in global::NetGen.Batch<float> batch, global::NetGen.Workspace<float> workspace)
            {
                {{CheckOf("batch.Inputs")}}int rows = global::NetGen.Expect.Inputs(batch, InputSize);
                {{check}};
                bool weighted = global::NetGen.Expect.Weights(batch);
                ref float memory = ref global::NetGen.Expect.Workspace(workspace).Reserve({{Sizes}}, rows);
                double cost = global::{{NetworkEmitter.Namespace}}.Mathematics.Cost({{arguments}}, ref memory, workspace.Workers);
                {{Returned("Cost", "")}}
            }
            """);
    }

    /// <summary>Refuses what is not whole where it must be, before anything is computed; nothing where any numbers are taken.</summary>
    private string CheckOf(string inputs) =>
        Model.ReadsWhole ? $"Description.Domain.Check({inputs});\n    " : "";

    private static string Predict(string parameters) =>
        $$"""
        if (inputs.Length == InputSize && outputs.Length == OutputSize)
            {
                global::{{NetworkEmitter.Namespace}}.Mathematics.PredictRow(ref {{parameters}}, ref {{First("inputs")}}, ref {{First("outputs")}});
            }
            else
            {
                global::{{NetworkEmitter.Namespace}}.Mathematics.Predict(global::NetGen.Expect.Rows(inputs.Length, InputSize, outputs.Length, OutputSize), ref {{parameters}}, ref {{First("inputs")}}, ref {{First("outputs")}});
            }
        """;

    private static string First(string span) => $"global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span})";
}
