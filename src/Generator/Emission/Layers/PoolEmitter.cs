namespace NetGen.Generator;

/// <summary>Maxima and means of windows, by the kernels of the library.</summary>
internal sealed class PoolEmitter : KernelEmitter
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
            {(pass.Divided ? "DividedPooling" : "PoolingKernels")}.{(pool.IsMax ? "MaxForward" : "AverageForward")}(
                {pass.RowCount}, {Sizes(pool)},
                {pass.Values(input)}, {pass.Values(operation.Output)}{Divisor(pool)}{(pass.Divided ? ", workers" : "")});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        var pool = (PoolModel)operation.Layer;
        int input = operation.Inputs[0];
        string value = pool.IsMax ? $"{pass.Values(input)}, " : "";
        string rectified = pool.IsMax ? $", rectified: {Text.Truth(pass.Program.IsRectifiedByPooling(input))}" : "";
        pass.Code.Lines(
            $"""
            DividedPooling.{(pool.IsMax ? "MaxBackward" : "AverageBackward")}(
                rows, {Sizes(pool)},
                {value}{pass.Gradients(operation.Output)},
                {pass.Gradients(input)}{Divisor(pool)}, accumulate: {Text.Truth(request.Adds(0))}{rectified}, workers);
            """);
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => CostOfCall;

    private static string Divisor(PoolModel pool) => pool.IsMax ? "" : $", includePadding: {Text.Truth(pool.IncludePadding)}";

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
