using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the kernels of a network: one for every launch that is not the library's own.</summary>
internal sealed class KernelsEmitter(CodeWriter code, GpuNetwork network)
{
    private const string OfRows = "ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> outputs, int rows";
    private const string OfTraining =
        "ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<int> labels, ArrayView<float> targets, ArrayView<float> weights, ArrayView<float> costs, int rows, int labelled, int weighted, float scale, ulong seed, long step";

    private NetworkPlan Plan => network.Plan;

    public void Write()
    {
        code.Comment("The kernels; a launch runs one of them in many groups of threads.");
        using (code.Block($"file static class {GpuEmitter.Kernels}"))
        {
            Launches(network.Predicting, "Predict");
            if (network.Training is { } training)
            {
                Launches(training, "Train");
                foreach (GpuMatrices matrices in network.Matrices)
                {
                    Update(training, matrices);
                    code.Line();
                }
            }
        }
    }

    private void Launches(GpuSchedule schedule, string name)
    {
        for (int index = 0; index < schedule.Launches.Count; index++)
        {
            GpuLaunch launch = schedule.Launches[index];
            string kernel = NameOf(name, index);
            if (launch.Scope == GpuScope.Tiles)
            {
                Tile(schedule, launch.Steps[0], kernel);
                code.Line();
            }
            else if (launch.Scope == GpuScope.Rows)
            {
                Rows(schedule, launch, kernel);
                code.Line();
            }
        }
    }

    public static string NameOf(string pass, int launch) => $"{pass}{Text.Number(launch + 1)}";

    private void Rows(GpuSchedule schedule, GpuLaunch launch, string kernel)
    {
        bool training = schedule == network.Training;
        var rows = new RowsWriter(code, Plan, schedule);
        using (code.Block($"public static void {kernel}({(training ? OfTraining : OfRows)})"))
        {
            code.Line("int lane = Group.IdxX & 15, place = Grid.IdxX * Lanes.Rows + (Group.IdxX >> 4);");
            code.Comment("lanes behind the last row go along with it and write nothing");
            code.Line("bool active = place < rows;");
            code.Line("int row = active ? place : rows - 1;");
            if (launch.Steps.Any(step => step.Pass == GpuPass.Loss || step is { Pass: GpuPass.Forward or GpuPass.InputGradient, Operation: { } operation } && RowsEmitters.Of(operation).Reduces))
            {
                code.Line("ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.RowGroup);");
            }

            foreach (GpuStep step in launch.Steps)
            {
                code.Line();
                Heading(schedule, step);
                Step(step, rows);
            }
        }
    }

    private void Step(GpuStep step, RowsWriter rows)
    {
        switch (step.Pass)
        {
            case GpuPass.Forward:
                RowsEmitters.Of(step.Operation!).Forward(step.Operation!, rows);
                break;
            case GpuPass.Activation:
                ActivateRowsEmitter.BackFused(step.Operation!, rows);
                break;
            case GpuPass.InputGradient:
                RowsEmitters.Of(step.Operation!).Backward(step.Operation!, step.Index, rows);
                break;
            case GpuPass.Loss:
                new LossRowsEmitter(network, rows).Write();
                break;
            case GpuPass.Output:
                string y = rows.Value(rows.Program.Output);
                using (code.Block($"for (int j = lane; j < {Text.Number(network.OutputSize)}; j += 16)"))
                using (code.Block("if (active)"))
                {
                    code.Line($"outputs[{RowsWriter.Times("row", network.OutputSize)} + j] = {y}[j];");
                }

                break;
        }
    }

    private void Heading(GpuSchedule schedule, GpuStep step)
    {
        if (step.Operation is { } operation)
        {
            string layers = Text.Number(Plan.Model.NumberOf(Plan.Model.Layers.Count));
            code.Comment($"Layer {Text.Number(operation.Number)} of {layers} · {(step.Pass == GpuPass.Forward ? "" : step.Pass == GpuPass.Activation ? "back through the activation of " : "back through ")}{operation.Layer.Name}: {operation.Title}");
        }
        else
        {
            code.Comment(step.Pass == GpuPass.Output ? "the output" : $"the loss: {LossEmitters.Of(schedule.Program.Outputs[0]).Formula(schedule.Program.Outputs[0].Loss!)}");
        }
    }

    /// <summary>A product in tiles, forward or to the gradient of the input.</summary>
    private void Tile(GpuSchedule schedule, GpuStep step, string kernel)
    {
        Operation operation = step.Operation!;
        var dense = (DenseModel)operation.Layer;
        bool forward = step.Pass == GpuPass.Forward;
        int across = forward ? dense.Units : dense.InputSize;
        int tiles = GpuMatrices.Tiles(across);
        int weights = Plan.Parameters.OffsetOf(operation.Node, "Weights")!.Value;
        Heading(schedule, step);
        using (code.Block($"public static void {kernel}(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, int rows)"))
        {
            code.Comment($"tiles of 32 rows, {Text.Number(tiles)} beside one another");
            code.Line($"int down = {Quotient("Grid.IdxX", tiles)}, across = Grid.IdxX - {RowsWriter.Times("down", tiles)};");
            code.Line($"ArrayView<F4> weights = parameters.SubView({Text.Number(weights)}, {Text.Number(dense.InputSize * Padding.Of(dense.Units))}).Cast<F4>();");
            int from = forward ? operation.Inputs[0] : operation.Output;
            code.Line($"ArrayView<F4> given = {Rows(schedule, from, gradient: !forward)}.Cast<F4>();");
            code.Line($"F4 four = Tiles.{(forward ? "Forward" : "InputGradient")}(given, {Text.Number(StrideOf(schedule, from) / 4)}, weights, {Text.Number(dense.InputSize)}, {Text.Number(dense.Units)}, rows, down * 32, across * 32);");
            code.Line("int row = down * 32 + Tiles.Row, first = across * 32 + Tiles.Column;");
            using (code.Block($"if (row < rows && first < {Text.Number(across)})"))
            {
                if (forward)
                {
                    Finish(schedule, operation, dense);
                }
                else
                {
                    FinishGradient(schedule, step, operation);
                }
            }
        }
    }

    private void Finish(GpuSchedule schedule, Operation operation, DenseModel dense)
    {
        if (dense.Bias)
        {
            int bias = Plan.Parameters.OffsetOf(operation.Node, "Bias")!.Value;
            code.Line($"F4 bias = parameters.SubView({Text.Number(bias)}, {Text.Number(Padding.Of(dense.Units))}).Cast<F4>()[first >> 2];");
        }

        Four(part =>
        {
            if (dense.Bias)
            {
                code.Line($"four.{part} += bias.{part};");
            }

            if (operation.Activation is not null)
            {
                code.Line($"four.{part} = {ScalarActivations.Forward(operation.Activation, $"four.{part}")};");
            }
        });
        StoreFour(schedule, operation.Output, gradient: false, dense.Units);
    }

    private void FinishGradient(GpuSchedule schedule, GpuStep step, Operation operation)
    {
        int input = operation.Inputs[0];
        int inputs = schedule.Program.Tensors[input].Elements;
        string place = $"row * {Text.Number(StrideOf(schedule, input) / 4)} + (first >> 2)";
        if (new GradientFlow(schedule.Program).Adds(step.Index, 0))
        {
            code.Line($"F4 others = {Rows(schedule, input, gradient: true)}.Cast<F4>()[{place}];");
            Four(part => code.Line($"four.{part} += others.{part};"));
        }

        if (step.Through is { } through)
        {
            code.Line($"F4 kept = {Rows(schedule, through.Output, gradient: false)}.Cast<F4>()[{place}];");
            Four(part => code.Line($"four.{part} = {ScalarActivations.Backward(through.Activation!, $"kept.{part}", $"four.{part}")};"));
        }

        StoreFour(schedule, input, gradient: true, inputs);
    }

    /// <summary>Stores four neighbours of a row; what follows the last is zero.</summary>
    private void StoreFour(GpuSchedule schedule, int tensor, bool gradient, int elements)
    {
        if (elements % 4 != 0)
        {
            int place = 0;
            Four(part =>
            {
                if (place > 0)
                {
                    code.Line($"four.{part} = first + {Text.Number(place)} < {Text.Number(elements)} ? four.{part} : 0f;");
                }

                place++;
            });
        }

        code.Line($"{Rows(schedule, tensor, gradient)}.Cast<F4>()[row * {Text.Number(StrideOf(schedule, tensor) / 4)} + (first >> 2)] = four;");
    }

    private static void Four(System.Action<string> body)
    {
        foreach (string part in new[] { "X", "Y", "Z", "W" })
        {
            body(part);
        }
    }

    /// <summary>The launch that gives matrices their gradients, and changes them by it.</summary>
    private void Update(GpuSchedule schedule, GpuMatrices matrices)
    {
        Operation[] operations = [.. matrices.Operations];
        DenseModel[] dense = [.. operations.Select(operation => (DenseModel)operation.Layer)];
        string Pick(IEnumerable<string> of)
        {
            string[] values = [.. of];
            return values.Distinct().Count() == 1 ? values[0]
                : string.Concat(values.Take(values.Length - 1).Select((value, index) => $"layer == {Text.Number(index)} ? {value} : ")) + values.Last();
        }

        string Numbers(IEnumerable<int> values) => Pick(values.Select(value => Text.Number(value)));
        int[] starts = [.. matrices.Groups.Select((_, index) => matrices.Groups.Take(index).Sum())];
        code.Comment($"The gradients of {Text.And(operations.Select(operation => operation.Layer.Name).ToList())}, {Text.And(matrices.Groups.Select(groups => Text.Number(groups)).ToList())} tiles, and what they change.");
        using (code.Block($"public static void {matrices.Kernel}(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> state, {(network.Penalized ? "ArrayView<float> costs, " : "")}int rows, int rule, float rate, float beta1, float beta2, float epsilon)"))
        {
            code.Line($"int layer = {string.Concat(starts.Skip(1).Select((start, index) => $"Grid.IdxX < {Text.Number(start)} ? {Text.Number(index)} : "))}{Text.Number(operations.Length - 1)};");
            code.Line($"int tile = Grid.IdxX - ({Numbers(starts)}), inputs = {Numbers(dense.Select(layer => layer.InputSize))}, units = {Numbers(dense.Select(layer => layer.Units))};");
            code.Line($"int down = {Quotient("tile", operations.Select(GpuMatrices.TilesOfUnits), Pick)}, across = tile - down * ({Numbers(operations.Select(GpuMatrices.TilesOfUnits))});");
            code.Line($"int stride = {Numbers(operations.Select(operation => StrideOf(schedule, operation.Inputs[0])))}, gradientStride = {Numbers(operations.Select(operation => StrideOf(schedule, operation.Output)))};");
            code.Line($"ArrayView<float> values = {Pick(operations.Select(operation => operation.Inputs[0] == 0 ? "x" : "memory"))};");
            code.Line($"values = values.SubView({Pick(operations.Select(operation => operation.Inputs[0] == 0 || schedule.Buffers.Values[operation.Inputs[0]] == 0 ? "0" : RowsWriter.Times("rows", schedule.Buffers.Values[operation.Inputs[0]])))}, rows * stride);");
            code.Line($"ArrayView<float> gradients = memory.SubView(({Numbers(operations.Select(operation => schedule.Buffers.Gradients[operation.Output]))}) * rows, rows * gradientStride);");
            code.Line("F4 gradient = Tiles.ParameterGradient(values.Cast<F4>(), stride >> 2, inputs, gradients.Cast<F4>(), gradientStride >> 2, units, rows, down * 32, across * 32);");
            code.Line("int input = down * 32 + Tiles.Row, unit = across * 32 + Tiles.Column;");
            code.Comment("a panel of 32 units, or the last of 16; behind the inputs, the bias");
            code.Line("int width = units - across * 32 > 16 ? 32 : 16;");
            string weights = Numbers(operations.Select(operation => Plan.Parameters.OffsetOf(operation.Node, "Weights")!.Value));
            string place = $"({weights}) + across * 32 * inputs + input * width + Tiles.Column";
            bool biased = dense.Any(layer => layer.Bias);
            string biases = Numbers(operations.Select(operation => Plan.Parameters.OffsetOf(operation.Node, "Bias") ?? 0));
            code.Line($"int index = {(biased ? $"input < inputs ? {place} : ({biases}) + unit" : place)};");
            string end = !biased ? "inputs" : dense.All(layer => layer.Bias) ? "inputs + 1" : $"inputs + ({Numbers(dense.Select(layer => layer.Bias ? 1 : 0))})";
            (string l2, string l1) = ("0f", "0f");
            if (network.Penalized)
            {
                string Of(Operation operation, string parameter, System.Func<PenaltyModel, float> part) =>
                    FloatLiteral.Of(operation.Layer.Parameters.FirstOrDefault(own => own.Name == parameter) is { } own && Plan.Model.PenaltyOf(operation.Node, own) is { } penalty ? part(penalty) : 0f);
                string Penalty(System.Func<PenaltyModel, float> part) =>
                    $"input < inputs ? {Pick(operations.Select(operation => Of(operation, "Weights", part)))} : {Pick(operations.Select(operation => Of(operation, "Bias", part)))}";
                code.Line($"float l2 = {Penalty(penalty => penalty.Lambda2)};");
                code.Line($"float l1 = {Penalty(penalty => penalty.Lambda1)};");
                code.Line("float cost = 0f;");
                (l2, l1) = ("l2", "l1");
            }

            using (code.Block($"if (input < {end} && unit < units)"))
            {
                code.Line($"{(network.Penalized ? "cost = " : "")}Update.Apply(parameters, state, {Text.Number(Plan.Parameters.Length)}, index, gradient, {l2}, {l1}, rule, rate, beta1, beta2, epsilon);");
            }

            if (network.Penalized)
            {
                int before = network.Matrices.TakeWhile(launch => launch != matrices).Sum(launch => launch.Cells);
                code.Line();
                code.Line($"costs[{(before == 0 ? "" : $"{Text.Number(before)} + ")}Grid.IdxX * Update.GroupSize + Group.IdxX] = cost;");
            }
        }
    }

    /// <summary>All rows of a tensor, or of its gradient.</summary>
    private static string Rows(GpuSchedule schedule, int tensor, bool gradient)
    {
        if (tensor == 0 && !gradient)
        {
            return "x";
        }

        int offset = (gradient ? schedule.Buffers.Gradients : schedule.Buffers.Values)[tensor];
        return $"memory.SubView({(offset == 0 ? "0" : RowsWriter.Times("rows", offset))}, {RowsWriter.Times("rows", StrideOf(schedule, tensor))})";
    }

    public static int StrideOf(GpuSchedule schedule, int tensor) =>
        tensor == 0 ? RowsWriter.RoundUp(schedule.Program.Tensors[0].Elements) : schedule.Program.Tensors[tensor].Stride;

    /// <summary>A quotient without a division.</summary>
    private static string Quotient(string value, int divisor) =>
        divisor == 1 ? value : (divisor & (divisor - 1)) == 0 ? $"{value} >> {Text.Number(Shift(divisor))}" : $"(int)({value} * {Text.Number(Reciprocal(divisor))}L >> 40)";

    private static string Quotient(string value, IEnumerable<int> divisors, System.Func<IEnumerable<string>, string> pick)
    {
        int[] all = [.. divisors];
        return all.Distinct().Count() == 1 ? Quotient(value, all[0]) : $"(int)({value} * ({pick(all.Select(divisor => $"{Text.Number(Reciprocal(divisor))}L"))}) >> 40)";
    }

    /// <summary>⌈2⁴⁰/divisor⌉: right for numbers up to 2⁴⁰/divisor, and there are at most 2²⁸/1024 tiles.</summary>
    private static long Reciprocal(int divisor) => ((1L << 40) + divisor - 1) / divisor;

    private static int Shift(int divisor)
    {
        int shift = 0;
        while (1 << shift < divisor)
        {
            shift++;
        }

        return shift;
    }
}
