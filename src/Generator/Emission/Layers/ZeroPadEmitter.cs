namespace NetGen.Generator;

/// <summary>Zeros around every channel, by the kernels of the library.</summary>
internal sealed class ZeroPadEmitter : RowKernelEmitter
{
    protected override string Kernel => "ZeroPadKernels";

    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = {pass.Value(operation.Inputs[0])} with zeros around";

    protected override string Sizes(Operation operation)
    {
        var pad = (ZeroPadModel)operation.Layer;
        EquatableArray<int> input = pad.Input.Sizes;
        return Text.List([input[0], input.Count == 3 ? input[1] : 1, input[input.Count - 1], pad.Left, pad.Right, pad.Top, pad.Bottom]);
    }
}
