namespace NetGen.Generator;

/// <summary>Maxima and means of windows, by the kernels of the library.</summary>
internal sealed class PoolEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        var pool = (PoolModel)operation.Layer;
        return $"{pass.Value(operation.Output)} = {(pool.IsMax ? "max" : "mean")} of {pass.Value(operation.Inputs[0])} over windows of {Text.Number(pool.Vertical.Kernel)}×{Text.Number(pool.Horizontal.Kernel)}";
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        var pool = (PoolModel)operation.Layer;
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            {Kernels(pass)}.{(pool.IsMax ? "Max" : "Average")}Forward(
                {Rows(pass)}, {Sizes(pool)},
                ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}{Divisor(pool)}{Workers(pass)});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        var pool = (PoolModel)operation.Layer;
        int input = operation.Inputs[0];
        string value = pool.IsMax ? $"ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, " : "";
        pass.Code.Lines(
            $"""
            {Kernels(pass)}.{(pool.IsMax ? "Max" : "Average")}Backward(
                {Rows(pass)}, {Sizes(pool)},
                {value}ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)},
                ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}{Divisor(pool)}, accumulate: {(request.Adds(0) ? "true" : "false")}{Workers(pass)});
            """);
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => new(Locals: 1, Operations: 4);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new(Locals: 1, Operations: 4);

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    private static string Kernels(PassWriter pass) => pass.Divided ? "DividedPooling" : "PoolingKernels";

    private static string Rows(PassWriter pass) => pass.Batch ? "rows" : "1";

    private static string Workers(PassWriter pass) => pass.Divided ? ", workers" : "";

    private static string Divisor(PoolModel pool) => pool.IsMax ? "" : $", includePadding: {(pool.IncludePadding ? "true" : "false")}";

    private static string Sizes(PoolModel pool)
    {
        (SlidingWindow vertical, SlidingWindow horizontal) = (pool.Vertical, pool.Horizontal);
        return "new PoolingSizes(" + Text.List(
        [
            pool.InputChannels, pool.InputHeight, pool.InputWidth, vertical.Kernel, horizontal.Kernel, vertical.Stride, horizontal.Stride,
            vertical.Before, horizontal.Before, pool.OutputHeight, pool.OutputWidth,
        ]) + ")";
    }
}
