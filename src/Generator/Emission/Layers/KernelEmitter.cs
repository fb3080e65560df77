namespace NetGen.Generator;

/// <summary>A layer that kernels of the library compute, of which nothing is ever written out.</summary>
internal abstract class KernelEmitter : LayerEmitter
{
    /// <summary>What one call takes: its sizes are a variable of their own.</summary>
    protected virtual MethodCost CostOfCall => new(Locals: 1, Operations: 4);

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => CostOfCall;

    /// <summary>What several calls take, some of them on a condition.</summary>
    protected MethodCost CostOfCalls(int calls) => new MethodCost(Locals: 1, Operations: 0) + (calls * CostOfCall);
}
