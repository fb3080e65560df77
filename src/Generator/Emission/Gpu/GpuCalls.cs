using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The launches of a network, as the host writes them.</summary>
internal sealed class GpuCalls(GpuNetwork network)
{
    private const string Compiled = "global::" + NetworkEmitter.Namespace;
    private const string Own = Compiled + "." + GpuEmitter.Kernels;
    private const string Floats = "global::ILGPU.ArrayView<float>";
    private const string OfRows = Compiled + ".Lanes.RowGroup";
    private const string OfColumns = Compiled + ".Lanes.ColumnGroup";
    private const string OfTiles = Compiled + ".Tiles.GroupSize";
    private const string OfUpdates = Compiled + ".Update.GroupSize";
    private const string Rule = "rule, rate, beta1, beta2, epsilon";
    private const string RuleTypes = "int, float, float, float, float";

    private static readonly GpuKernel BatchForward = new("batchForward", Compiled + ".Normalization.BatchForward", OfColumns, Types("FiFiiiiFiFiiff"));
    private static readonly GpuKernel BatchBackward = new("batchBackward", Compiled + ".Normalization.BatchBackward", OfColumns, Types("FiFiFFiiFFiiii"));
    private static readonly GpuKernel RowParameterGradient = new("rowParameterGradient", Compiled + ".Normalization.RowParameterGradient", OfColumns, Types("FiFiFiFiiiii"));
    private static readonly GpuKernel SlopeGradient = new("slopeGradient", Compiled + ".Slopes.ParameterGradient", OfColumns, Types("FiFiFiiii"));
    private static readonly GpuKernel UpdateVectors = new("updateVectors", Compiled + ".Update.Range", OfUpdates, Types("FFFiiiff") + ", " + RuleTypes);

    private NetworkPlan Plan => network.Plan;

    /// <summary>Those of a prediction.</summary>
    public IEnumerable<GpuCall> Predict() => network.Predicting.Launches.Select((launch, index) => launch.Scope == GpuScope.Tiles
        ? Tile(network.Predicting, launch.Steps[0], "predict", "Predict", index)
        : new GpuCall(new("predict" + Text.Number(index + 1), Own + "." + KernelsEmitter.NameOf("Predict", index), OfRows, Types("FFFFi")), "(rows + 7) / 8", "inputs, parameters, memory, outputs, rows"));

    /// <summary>Those of a training step.</summary>
    public IEnumerable<GpuCall> Train()
    {
        GpuSchedule schedule = network.Training!;
        for (int index = 0; index < schedule.Launches.Count; index++)
        {
            GpuLaunch launch = schedule.Launches[index];
            yield return launch.Scope switch
            {
                GpuScope.Tiles => Tile(schedule, launch.Steps[0], "train", "Train", index),
                GpuScope.Columns => Columns(schedule, launch.Steps[0]),
                _ => new GpuCall(
                    new("train" + Text.Number(index + 1), Own + "." + KernelsEmitter.NameOf("Train", index), OfRows, Types("FFFIFFFiiifUl")), "(rows + 7) / 8",
                    $"inputs, parameters, memory, labels, targets, weights, costs, rows, {(network.TakesLabels ? "labelled ? 1 : 0" : "0")}, weighted ? 1 : 0, {(network.IsMean ? "1f / rows" : "1f")}, {(Plan.Drops ? "seed" : "0")}, batch.Step"),
            };
        }

        foreach (GpuMatrices matrices in network.Matrices)
        {
            yield return new GpuCall(
                new("update" + Text.Number(matrices.Number), Own + "." + matrices.Kernel, OfUpdates, Types(network.Penalized ? "FFFFFi" : "FFFFi") + ", " + RuleTypes),
                Text.Number(matrices.Groups.Sum()), $"inputs, parameters, memory, state, {(network.Penalized ? "costs, " : "")}rows, {Rule}");
        }

        int cell = network.MatrixPenalties;
        foreach (Operation operation in network.Vectors)
        {
            int length = GpuNetwork.LengthOf(operation);
            foreach (ParameterModel parameter in operation.Layer.Parameters)
            {
                int own = (int)Padding.Of(parameter);
                PenaltyModel? penalty = Plan.Model.PenaltyOf(operation.Node, parameter);
                yield return new GpuCall(
                    UpdateVectors, Text.Number((own / 4 + GpuMatrices.GroupSize - 1) / GpuMatrices.GroupSize),
                    $"parameters, state, costs.SubView({Text.Number(cell)}, {Text.Number(own / 4)}), {Text.Number(Plan.Parameters.Length)}, {Text.Number(Plan.Parameters.OffsetOf(operation.Node, parameter.Name)!.Value)}, {Text.Number(own)}, " +
                    $"{FloatLiteral.Of(penalty?.Lambda2 ?? 0f)}, {FloatLiteral.Of(penalty?.Lambda1 ?? 0f)}, {Rule}");
                cell += own / 4;
            }
        }
    }

    private GpuCall Tile(GpuSchedule schedule, GpuStep step, string field, string pass, int index)
    {
        var dense = (DenseModel)step.Operation!.Layer;
        int across = GpuMatrices.Tiles(step.Pass == GpuPass.Forward ? dense.Units : dense.InputSize);
        return new GpuCall(
            new(field + Text.Number(index + 1), Own + "." + KernelsEmitter.NameOf(pass, index), OfTiles, Types("FFFi")),
            RowsWriter.Times("(rows + 31) / 32", across), "inputs, parameters, memory, rows");
    }

    private GpuCall Columns(GpuSchedule schedule, GpuStep step)
    {
        Operation operation = step.Operation!;
        int input = operation.Inputs[0];
        string x = $"{Rows(schedule, input, gradient: false)}, {Stride(schedule, input)}";
        string dy() => $"{Rows(schedule, operation.Output, gradient: true)}, {Stride(schedule, operation.Output)}";
        string Offset(string parameter) => Text.Number(Plan.Parameters.OffsetOf(operation.Node, parameter) ?? -1);
        string Statistic(string name) => Text.Number(Plan.StatisticOf(operation.Node, name));
        string kept() => Rows(schedule, operation.Memory!.Value, gradient: false);
        if (operation.Layer is PReLUModel prelu)
        {
            int groups = prelu.Channels == 1 ? 1 : GpuMatrices.Tiles(prelu.Channels);
            return new GpuCall(
                SlopeGradient, Text.Number(groups), $"{x}, {dy()}, state, {Offset("Weights")}, {Text.Number(prelu.Output.Elements)}, {Text.Number(prelu.Channels)}, rows");
        }

        if (operation.Layer is RowNormModel row)
        {
            int elements = (int)row.Normalized.Elements;
            return new GpuCall(
                RowParameterGradient, Text.Number(GpuMatrices.Tiles(elements)),
                $"{x}, {dy()}, {kept()}, {Stride(schedule, operation.Memory!.Value)}, state, {Offset("Weights")}, {Offset("Bias")}, {Text.Number(elements)}, {Text.Number(row.Groups)}, rows");
        }

        var norm = (BatchNormModel)operation.Layer;
        string columns = Text.Number(GpuMatrices.Tiles(norm.Channels));
        if (step.Pass == GpuPass.Forward)
        {
            return new GpuCall(
                BatchForward, columns,
                $"{x}, parameters, {Offset("Weights")}, {Offset("Bias")}, {Statistic("RunningMean")}, {Statistic("RunningVariance")}, {Rows(schedule, operation.Output, gradient: false)}, {Stride(schedule, operation.Output)}, " +
                $"{kept()}, {Text.Number(norm.Channels)}, rows, {FloatLiteral.Of((float)norm.Epsilon)}, {FloatLiteral.Of((float)norm.Momentum)}");
        }

        // Without a reader of the input's gradient, any memory stands for it.
        bool wanted = schedule.Program.Tensors[input].Learned;
        string dx = wanted ? $"{Rows(schedule, input, gradient: true)}, {Stride(schedule, input)}" : "memory, 0";
        int mode = !wanted ? 0 : new GradientFlow(schedule.Program).Adds(step.Index, 0) ? 2 : 1;
        return new GpuCall(
            BatchBackward, columns, $"{x}, {dy()}, {kept()}, parameters, {Offset("Weights")}, {Offset("Bias")}, state, {dx}, {Text.Number(mode)}, {Text.Number(norm.Channels)}, rows");
    }

    private static string Rows(GpuSchedule schedule, int tensor, bool gradient)
    {
        if (tensor == 0 && !gradient)
        {
            return "inputs";
        }

        int offset = (gradient ? schedule.Buffers.Gradients : schedule.Buffers.Values)[tensor];
        return $"memory.SubView({(offset == 0 ? "0" : RowsWriter.Times("rows", offset))}, {RowsWriter.Times("rows", schedule.Program.Tensors[tensor].Stride)})";
    }

    private static string Stride(GpuSchedule schedule, int tensor) => Text.Number(KernelsEmitter.StrideOf(schedule, tensor));

    /// <summary>Types by letters: F and I views of floats and ints, i int, f float, U ulong, l long.</summary>
    private static string Types(string letters) => string.Join(", ", letters.Select(letter => letter switch
    {
        'F' => Floats,
        'I' => "global::ILGPU.ArrayView<int>",
        'i' => "int",
        'f' => "float",
        'U' => "ulong",
        _ => "long",
    }));
}
