namespace NetGen.Generator;

/// <summary>Elements repeated along each axis, by the kernels of the library.</summary>
internal sealed class UpsampleEmitter : RowKernelEmitter
{
    protected override string Kernel => "UpsampleKernels";

    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = each of {pass.Value(operation.Inputs[0])} repeated {((UpsampleModel)operation.Layer).Factor} times along each axis";

    protected override string Sizes(Operation operation)
    {
        var upsample = (UpsampleModel)operation.Layer;
        EquatableArray<int> input = upsample.Input.Sizes;
        return Text.List(input.Count == 3
            ? [input[0], input[1], input[2], upsample.Factor, upsample.Factor]
            : [input[0], 1, input[1], 1, upsample.Factor]);
    }
}
