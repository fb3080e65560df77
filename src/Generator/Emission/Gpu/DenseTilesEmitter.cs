using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>Writes products of dense layers in tiles, forward and to the gradient of the input. Where the rows lie, the launch says.</summary>
internal sealed class DenseTilesEmitter(CodeWriter code, GpuNetwork network)
{
    private static readonly string[] parts = ["X", "Y", "Z", "W"];

    private readonly HashSet<string> written = [];

    /// <summary>The kernel of a step: predicting and training share it where the same activation is fused into it, and both read the caller's rows, or neither.</summary>
    public static string NameOf(GpuStep step)
    {
        Operation operation = step.Operation!;
        string number = Text.Number(operation.Number);
        return step.Pass == GpuPass.InputGradient ? $"InputGradient{number}" : $"Forward{number}{(operation.Activation is null ? "" : "Activated")}{(operation.Inputs[0] == 0 ? "OfInput" : "")}";
    }

    public void Write(GpuSchedule schedule, GpuStep step)
    {
        if (!written.Add(NameOf(step)))
        {
            return;
        }

        Operation operation = step.Operation!;
        var dense = (DenseModel)operation.Layer;
        bool forward = step.Pass == GpuPass.Forward;
        int across = forward ? dense.Units : dense.InputSize;
        int tiles = GpuSizes.Parts(across, GpuSizes.Side);
        int from = forward ? operation.Inputs[0] : operation.Output;
        int to = forward ? operation.Output : operation.Inputs[0];
        var places = new GpuRows(schedule, "x");
        new GpuHeading(code, network.Plan, schedule).Write(step);
        using (code.Block($"public static void {NameOf(step)}(ArrayView<float> given, ArrayView<float> parameters, ArrayView<float> result{(step.Through is null ? "" : ", ArrayView<float> kept")}, int rows)"))
        {
            code.Comment($"tiles of {Text.Number(GpuSizes.Side)} rows, {Text.Number(tiles)} beside one another");
            code.Line($"int down = {Quotient.Of("Grid.IdxX", tiles)}, across = {(tiles == 1 ? "0" : $"Grid.IdxX - down * {Text.Number(tiles)}")};");
            code.Line($"ArrayView<F4> weights = Fours.Of(parameters.SubView({Text.Number(Offset(operation, "Weights"))}, {Text.Number(dense.InputSize * Padding.Of(dense.Units))}));");
            int stride = forward ? places.Stride(from) : places.GradientStride(from);
            code.Line($"F4 four = Tiles.{(forward ? "Forward" : "InputGradient")}(Fours.Of(given), {Text.Number(stride / 4)}, weights, {Text.Number(dense.InputSize)}, {Text.Number(dense.Units)}, rows, down * Tiles.Side, across * Tiles.Side);");
            code.Line("int row = down * Tiles.Side + Tiles.Row, first = across * Tiles.Side + Tiles.Column;");
            using (code.Block($"if (row < rows && first < {Text.Number(across)})"))
            {
                code.Line($"int place = row * {Text.Number(places.GradientStride(to) / 4)} + (first >> 2);");
                if (forward)
                {
                    Finish(operation, dense);
                }
                else
                {
                    FinishGradient(step, adds: schedule.Flow.Adds(step.Index, 0));
                }

                // What follows the last element is zero.
                for (int part = 1; part < 4 && across % 4 != 0; part++)
                {
                    code.Line($"four.{parts[part]} = first + {Text.Number(part)} < {Text.Number(across)} ? four.{parts[part]} : 0f;");
                }

                code.Line("Fours.Of(result)[place] = four;");
            }
        }

        code.Line();
    }

    private void Finish(Operation operation, DenseModel dense)
    {
        if (dense.Bias)
        {
            code.Line($"F4 bias = Fours.Of(parameters.SubView({Text.Number(Offset(operation, "Bias"))}, {Text.Number(Padding.Of(dense.Units))}))[first >> 2];");
        }

        foreach (string part in parts)
        {
            if (dense.Bias)
            {
                code.Line($"four.{part} += bias.{part};");
            }

            if (operation.Activation is not null)
            {
                code.Line($"four.{part} = {ActivationEmitters.Scalar(operation.Activation, $"four.{part}")};");
            }
        }
    }

    private void FinishGradient(GpuStep step, bool adds)
    {
        if (adds)
        {
            code.Line("F4 others = Fours.Of(result)[place];");
            foreach (string part in parts)
            {
                code.Line($"four.{part} += others.{part};");
            }
        }

        if (step.Through?.Activation is { } activate)
        {
            code.Line("F4 a = Fours.Of(kept)[place];");
            foreach (string part in parts)
            {
                code.Line($"four.{part} = {ActivationEmitters.Of(activate).ScalarBackward($"a.{part}", $"four.{part}", activate)};");
            }
        }
    }

    private int Offset(Operation operation, string parameter) => network.Plan.Parameters.OffsetOf(operation.Node, parameter)!.Value;
}
