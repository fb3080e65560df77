namespace NetGen.Generator;

/// <summary>A layer of one input that a kernel of the library takes through one row at a time, forward and backward.</summary>
internal abstract class RowKernelEmitter : KernelEmitter
{
    /// <summary>The class of the kernel.</summary>
    protected abstract string Kernel { get; }

    public override void Forward(Operation operation, PassWriter pass)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            pass.Code.Line($"{Kernel}.Forward({Sizes(operation)}, ref {pass.Value(operation.Inputs[0])}, ref {pass.Value(operation.Output)});");
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            pass.Code.Line($"{Kernel}.Backward({Sizes(operation)}, ref {pass.Gradient(operation.Output)}, ref {pass.Gradient(operation.Inputs[0])}, accumulate: {Text.Truth(request.Adds(0))});");
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 0, Operations: 2);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => ForwardCost(operation, pass);

    /// <summary>The sizes that the kernel takes first.</summary>
    protected abstract string Sizes(Operation operation);
}
