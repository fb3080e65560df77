using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.GpuEmitter;

namespace NetGen.Generator;

/// <summary>The launches of a network, as the host writes them.</summary>
internal sealed class GpuCalls(GpuNetwork network)
{
    private const string Own = Compiled + "." + Kernels;
    private const string OfRows = Compiled + ".Lanes.RowGroup";
    private const string OfColumns = Compiled + ".Lanes.ColumnGroup";
    private const string OfTiles = Compiled + ".Tiles.GroupSize";
    private const string OfUpdates = Compiled + ".Update.GroupSize";
    private const string Rule = "rule, rate, beta1, beta2, epsilon";
    private const string RuleTypes = "int, float, float, float, float";

    private static readonly string GroupsOfRows = $"(rows + {Text.Number(GpuSizes.Rows - 1)}) / {Text.Number(GpuSizes.Rows)}";
    private static readonly GpuKernel BatchForward = new("batchForward", Compiled + ".Normalization.BatchForward", OfColumns, Types("FiFiiiiFiFiiff"));
    private static readonly GpuKernel BatchBackward = new("batchBackward", Compiled + ".Normalization.BatchBackward", OfColumns, Types("FiFiFFiiFFiiii"));
    private static readonly GpuKernel RowParameterGradient = new("rowParameterGradient", Compiled + ".Normalization.RowParameterGradient", OfColumns, Types("FiFiFiFiiiii"));
    private static readonly GpuKernel SlopeGradient = new("slopeGradient", Compiled + ".Slopes.ParameterGradient", OfColumns, Types("FiFiFiiii"));
    private static readonly GpuKernel UpdateVectors = new("updateVectors", Compiled + ".Update.Range", OfUpdates, Types("FFFFiiiff") + ", " + RuleTypes);

    private NetworkPlan Plan => network.Plan;

    /// <summary>Those of a prediction.</summary>
    public IEnumerable<GpuCall> Predict() => network.Predicting.Launches.Select((launch, index) => launch.Scope == GpuScope.Tiles
        ? Tile(network.Predicting, launch.Steps[0])
        : new GpuCall(new("predict" + Text.Number(index + 1), Own + "." + KernelsEmitter.NameOf("Predict", index), OfRows, Types("FFFFi")), GroupsOfRows, "inputs, parameters, memory, outputs, rows"));

    /// <summary>Those of a training step.</summary>
    public IEnumerable<GpuCall> Train()
    {
        GpuSchedule schedule = network.Training!;
        for (int index = 0; index < schedule.Launches.Count; index++)
        {
            GpuLaunch launch = schedule.Launches[index];
            yield return launch.Scope switch
            {
                GpuScope.Tiles => Tile(schedule, launch.Steps[0]),
                GpuScope.Columns => Columns(schedule, launch.Steps[0]),
                _ => new GpuCall(
                    new("train" + Text.Number(index + 1), Own + "." + KernelsEmitter.NameOf("Train", index), OfRows, Types("FFFIFFFiiifU")), GroupsOfRows,
                    $"inputs, parameters, memory, labels, targets, weights, costs, rows, {(network.TakesLabels ? "labelled ? 1 : 0" : "0")}, weighted ? 1 : 0, {(network.IsMean ? "1f / rows" : "1f")}, {(Plan.Drops ? "global::NetGen.Randomness.DropoutMask.StepKey(seed, batch.Step)" : "0")}"),
            };
        }

        foreach (GpuMatrices matrices in network.Matrices)
        {
            yield return new GpuCall(
                new("update" + Text.Number(matrices.Number), Own + "." + matrices.Kernel, OfUpdates, Types(network.Penalized ? "FFFFFFi" : "FFFFFi") + ", " + RuleTypes),
                Text.Number(matrices.Groups.Sum()), $"inputs, parameters, memory, gradients, moments, {(network.Penalized ? "costs, " : "")}rows, {Rule}");
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
                    UpdateVectors, Text.Number(GpuSizes.Parts(own / 4, GpuSizes.Group)),
                    $"parameters, gradients, moments, costs.SubView({Text.Number(cell)}, {Text.Number(own / 4)}), {Text.Number(Plan.Parameters.Length)}, {Text.Number(Plan.Parameters.OffsetOf(operation.Node, parameter.Name)!.Value)}, {Text.Number(own)}, " +
                    $"{FloatLiteral.Of(penalty?.Lambda2 ?? 0f)}, {FloatLiteral.Of(penalty?.Lambda1 ?? 0f)}, {Rule}");
                cell += own / 4;
            }
        }
    }

    private static GpuCall Tile(GpuSchedule schedule, GpuStep step)
    {
        Operation operation = step.Operation!;
        var dense = (DenseModel)operation.Layer;
        var places = new GpuRows(schedule, "inputs");
        string kernel = DenseTilesEmitter.NameOf(step);
        string field = char.ToLowerInvariant(kernel[0]) + kernel.Substring(1);
        (int across, string given, string result) = step.Pass == GpuPass.Forward
            ? (dense.Units, places.Values(operation.Inputs[0]), places.Values(operation.Output))
            : (dense.InputSize, places.Gradients(operation.Output), places.Gradients(operation.Inputs[0]));
        return new GpuCall(
            new(field, Own + "." + kernel, OfTiles, Types(step.Through is null ? "FFFi" : "FFFFi")),
            PassWriter.Times($"(rows + {Text.Number(GpuSizes.Side - 1)}) / {Text.Number(GpuSizes.Side)}", GpuSizes.Parts(across, GpuSizes.Side)),
            $"{given}, parameters, {result}, {(step.Through is null ? "" : $"{places.Values(step.Through.Output)}, ")}rows");
    }

    private GpuCall Columns(GpuSchedule schedule, GpuStep step)
    {
        Operation operation = step.Operation!;
        int input = operation.Inputs[0];
        var places = new GpuRows(schedule, "inputs");
        string x = $"{places.Values(input)}, {Text.Number(places.Stride(input))}";
        string Gradient(int tensor) => $"{places.Gradients(tensor)}, {Text.Number(places.GradientStride(tensor))}";
        string Offset(string parameter) => Text.Number(Plan.Parameters.OffsetOf(operation.Node, parameter) ?? -1);
        string Statistic(string name) => Text.Number(Plan.StatisticOf(operation.Node, name));
        string Kept() => places.Values(operation.Memory!.Value);
        if (operation.Layer is PReLUModel prelu)
        {
            int groups = prelu.Channels == 1 ? 1 : GpuSizes.Parts(prelu.Channels, GpuSizes.Columns);
            return new GpuCall(
                SlopeGradient, Text.Number(groups), $"{x}, {Gradient(operation.Output)}, gradients, {Offset("Weights")}, {Text.Number(prelu.Output.Elements)}, {Text.Number(prelu.Channels)}, rows");
        }

        if (operation.Layer is RowNormModel row)
        {
            int elements = (int)row.Normalized.Elements;
            return new GpuCall(
                RowParameterGradient, Text.Number(GpuSizes.Parts(elements, GpuSizes.Columns)),
                $"{x}, {Gradient(operation.Output)}, {Kept()}, {Text.Number(places.Stride(operation.Memory!.Value))}, gradients, {Offset("Weights")}, {Offset("Bias")}, {Text.Number(elements)}, {Text.Number(row.Groups)}, rows");
        }

        var norm = (BatchNormModel)operation.Layer;
        string columns = Text.Number(GpuSizes.Parts(norm.Channels, GpuSizes.Columns));
        if (step.Pass == GpuPass.Forward)
        {
            return new GpuCall(
                BatchForward, columns,
                $"{x}, parameters, {Offset("Weights")}, {Offset("Bias")}, {Statistic("RunningMean")}, {Statistic("RunningVariance")}, {places.Values(operation.Output)}, {Text.Number(places.Stride(operation.Output))}, " +
                $"{Kept()}, {Text.Number(norm.Channels)}, rows, {FloatLiteral.Of((float)norm.Epsilon)}, {FloatLiteral.Of((float)norm.Momentum)}");
        }

        // Without a reader of the input's gradient, any memory stands for it.
        bool wanted = schedule.Program.Tensors[input].Learned;
        string dx = wanted ? Gradient(input) : "memory, 0";
        int mode = !wanted ? 0 : schedule.Flow.Adds(step.Index, 0) ? 2 : 1;
        return new GpuCall(
            BatchBackward, columns, $"{x}, {Gradient(operation.Output)}, {Kept()}, parameters, {Offset("Weights")}, {Offset("Bias")}, gradients, {dx}, {Text.Number(mode)}, {Text.Number(norm.Channels)}, rows");
    }

    /// <summary>Types by letters: F and I views of floats and ints, i int, f float, U ulong.</summary>
    private static string Types(string letters) => string.Join(", ", letters.Select(letter => letter switch
    {
        'F' => Floats,
        'I' => "global::ILGPU.ArrayView<int>",
        'i' => "int",
        'f' => "float",
        _ => "ulong",
    }));
}
