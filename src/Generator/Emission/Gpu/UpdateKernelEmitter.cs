using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the kernels that give matrices their gradients, and change them by it: a group has a tile of one of several.</summary>
internal sealed class UpdateKernelEmitter(CodeWriter code, GpuNetwork network)
{
    private NetworkPlan Plan => network.Plan;

    public void Write(GpuMatrices matrices)
    {
        GpuSchedule schedule = network.Training!;
        var places = new GpuRows(schedule, "x");
        Operation[] operations = [.. matrices.Operations];
        DenseModel[] dense = [.. operations.Select(operation => (DenseModel)operation.Layer)];
        int[] starts = [.. matrices.Groups.Select((_, index) => matrices.Groups.Take(index).Sum())];
        int[] tiles = [.. operations.Select(GpuMatrices.TilesOfUnits)];
        string groups = Text.And(matrices.Groups.Select(count => Text.Number(count)).ToList());
        code.Comment($"The gradients of {Text.And(operations.Select(operation => operation.Layer.Name).ToList())}, {groups} tiles, and what they change.");
        using (code.Block($"public static void {matrices.Kernel}(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> gradients, ArrayView<float> moments, {(network.Penalized ? "ArrayView<float> costs, " : "")}int rows, int rule, float rate, float beta1, float beta2, float epsilon)"))
        {
            if (operations.Length > 1)
            {
                code.Line($"int layer = {string.Concat(starts.Skip(1).Select((start, index) => $"Grid.IdxX < {Text.Number(start)} ? {Text.Number(index)} : "))}{Text.Number(operations.Length - 1)};");
            }

            code.Line($"int tile = Grid.IdxX{(operations.Length > 1 ? $" - {Pick(starts)}" : "")}, inputs = {Pick(dense.Select(layer => layer.InputSize))}, units = {Pick(dense.Select(layer => layer.Units))};");
            code.Line($"int down = {Quotient.Of("tile", tiles, Pick)}, across = {(tiles.All(count => count == 1) ? "0" : $"tile - down * {Pick(tiles)}")};");
            code.Line($"int stride = {Pick(operations.Select(operation => places.Stride(operation.Inputs[0])))}, givenStride = {Pick(operations.Select(operation => places.GradientStride(operation.Output)))};");
            code.Line($"ArrayView<float> values = {Pick(operations.Select(operation => operation.Inputs[0] == 0 ? "x" : "memory"))};");
            code.Line($"values = values.SubView({Pick(operations.Select(operation => operation.Inputs[0] == 0 ? 0 : schedule.Buffers.Values[operation.Inputs[0]]))} * rows, rows * stride);");
            code.Line($"ArrayView<float> given = memory.SubView({Pick(operations.Select(operation => schedule.Buffers.Gradients[operation.Output]))} * rows, rows * givenStride);");
            code.Line("F4 gradient = Tiles.ParameterGradient(Fours.Of(values), stride >> 2, inputs, Fours.Of(given), givenStride >> 2, units, rows, down * Tiles.Side, across * Tiles.Side);");
            code.Line("int input = down * Tiles.Side + Tiles.Row, unit = across * Tiles.Side + Tiles.Column;");
            code.Comment("a panel of 32 units, or the last of 16; behind the inputs, the bias");
            code.Line("int width = units - across * Tiles.Side > 16 ? 32 : 16;");
            string weights = $"{Pick(Offsets("Weights"))} + across * Tiles.Side * inputs + input * width + Tiles.Column";
            code.Line($"int index = {(dense.Any(layer => layer.Bias) ? $"input < inputs ? {weights} : {Pick(Offsets("Bias"))} + unit" : weights)};");
            (string l2, string l1) = Penalty(operations);
            string end = dense.All(layer => !layer.Bias) ? "inputs" : $"inputs + {Pick(dense.Select(layer => layer.Bias ? 1 : 0))}";
            using (code.Block($"if (input < {end} && unit < units)"))
            {
                code.Line($"{(network.Penalized ? "cost = " : "")}Update.Apply(parameters, gradients, moments, {Text.Number(Plan.Parameters.Length)}, index, gradient, {l2}, {l1}, rule, rate, beta1, beta2, epsilon);");
            }

            if (network.Penalized)
            {
                int before = network.Matrices.TakeWhile(launch => launch != matrices).Sum(launch => launch.Cells);
                code.Line();
                code.Line($"costs[{(before == 0 ? "" : $"{Text.Number(before)} + ")}Grid.IdxX * Update.GroupSize + Group.IdxX] = cost;");
            }
        }

        IEnumerable<int> Offsets(string parameter) => operations.Select(operation => Plan.Parameters.OffsetOf(operation.Node, parameter) ?? 0);
    }

    /// <summary>The factors of what weights cost, and the declaration of what they do.</summary>
    private (string L2, string L1) Penalty(Operation[] operations)
    {
        if (!network.Penalized)
        {
            return ("0f", "0f");
        }

        string Of(string parameter, Func<PenaltyModel, float> factor) => Pick(operations.Select(operation =>
            FloatLiteral.Of(operation.Layer.Parameters.FirstOrDefault(own => own.Name == parameter) is { } own && Plan.Model.PenaltyOf(operation.Node, own) is { } penalty ? factor(penalty) : 0f)));
        code.Line($"float l2 = input < inputs ? {Of("Weights", penalty => penalty.Lambda2)} : {Of("Bias", penalty => penalty.Lambda2)};");
        code.Line($"float l1 = input < inputs ? {Of("Weights", penalty => penalty.Lambda1)} : {Of("Bias", penalty => penalty.Lambda1)};");
        code.Line("float cost = 0f;");
        return ("l2", "l1");
    }

    private static string Pick(IEnumerable<int> of) => Pick(of.Select(value => Text.Number(value)));

    /// <summary>What the layer at work has of these.</summary>
    private static string Pick(IEnumerable<string> of)
    {
        string[] values = [.. of];
        return values.Distinct().Count() == 1 ? values[0]
            : $"({string.Concat(values.Take(values.Length - 1).Select((value, index) => $"layer == {Text.Number(index)} ? {value} : "))}{values.Last()})";
    }
}
