namespace NetGen.Generator;

/// <summary>What a convolution and a transposed one write alike, by the kernels of the library for one row as for many.</summary>
/// <param name="product">How its formula writes what it does with weights.</param>
/// <param name="forward">The kernel of its output.</param>
internal abstract class ConvolutionEmitter(string product, string forward) : KernelEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        string node = Text.Number(operation.Number);
        string z = $"W{node} {product} {pass.Value(operation.Inputs[0])}{(HasBias(operation) ? $" + b{node}" : "")}";
        return $"{pass.Value(operation.Output)} = {ActivationEmitters.Formula(operation.Activation, z)}";
    }

    public override void Forward(Operation operation, PassWriter pass) => pass.Code.Lines(
        $"""
        {(pass.Divided ? "DividedConvolution" : "ConvolutionKernels")}.{forward}(
            {pass.RowCount}, {Sizes(operation)},
            {pass.Values(operation.Inputs[0])},
            ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
            {pass.Values(operation.Output)}, {ActivationEmitters.Struct(operation.Activation)}{(pass.Divided ? ", workers" : "")});
        """);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => FusedActivation.BackwardCost(operation, pass) + CostOfCalls(3);

    protected static bool HasBias(Operation operation) => operation.Layer.Parameters.Count > 1;

    /// <summary>The sizes that every kernel takes.</summary>
    protected abstract string Sizes(Operation operation);
}
