namespace NetGen.Generator;

/// <summary>z = W ∗ᵀ x + b and its activation: forward is what a convolution does backward, and the other way round.</summary>
internal sealed class ConvTransposeEmitter() : ConvolutionEmitter("∗ᵀ", "ForwardTransposed")
{
    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        FusedActivation.Backward(operation, pass);
        int input = operation.Inputs[0];
        string node = Text.Number(operation.Number);
        string sizes = $"rows, {Sizes(operation)}";
        string gradient = pass.Gradients(operation.Output);
        var conv = (ConvTransposeModel)operation.Layer;
        pass.Code.Comment($"dW{node} = Σ {pass.Value(input)} ∗ {pass.Gradient(operation.Output)}{(conv.Bias ? $", db{node} = Σ {pass.Gradient(operation.Output)}" : "")}");
        pass.Code.Lines(
            $"""
            DividedConvolution.WeightGradient(
                {sizes},
                {gradient},
                {pass.Values(input)}, ref {pass.ParameterGradient(operation, "Weights")}, workers);
            """);
        if (conv.Bias)
        {
            pass.Code.Lines(
                $"""
                DividedConvolution.BiasGradient(
                    rows, {Text.Number(conv.Channels)}, {Text.Number(conv.OutputHeight * conv.OutputWidth)},
                    {gradient}, ref {pass.ParameterGradient(operation, "Bias")}, workers);
                """);
        }

        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = W{node} ∗ {pass.Gradient(operation.Output)}");
            pass.Code.Lines(
                $"""
                DividedConvolution.InputGradientTransposed(
                    {sizes},
                    {gradient}, ref {pass.Parameter(operation, "Weights")},
                    {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, workers);
                """);
        }
    }

    /// <summary>Those of the convolution whose gradient this is: its x is the output here, and its filters are the input's channels.</summary>
    protected override string Sizes(Operation operation)
    {
        var conv = (ConvTransposeModel)operation.Layer;
        (TransposedWindow vertical, TransposedWindow horizontal) = (conv.Vertical, conv.Horizontal);
        return "new ConvolutionSizes(" + Text.List(
        [
            conv.Channels, conv.OutputHeight, conv.OutputWidth, conv.InputChannels, vertical.Kernel, horizontal.Kernel, vertical.Stride, horizontal.Stride,
            vertical.Padding, horizontal.Padding, vertical.Dilation, horizontal.Dilation, conv.Groups, conv.InputHeight, conv.InputWidth,
        ]) + ")";
    }
}
