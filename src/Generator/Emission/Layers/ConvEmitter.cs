using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>z = W ∗ x + b and its activation, by the kernels of the library for one row as for many.</summary>
internal sealed class ConvEmitter() : ConvolutionEmitter("∗", "Forward")
{
    public override void Forward(Operation operation, PassWriter pass)
    {
        if (operation.Layer.StateOffset is not { } state)
        {
            base.Forward(operation, pass);
            return;
        }

        pass.Code.Lines(
            $"""
            ConvolutionKernels.Step(
                {StepSizes(operation)}, ref {pass.ValueRows(operation.Inputs[0])},
                ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                ref {At("state", state)}, ref {pass.ValueRows(operation.Output)}, {ActivationEmitters.Struct(operation.Activation)});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        FusedActivation.Backward(operation, pass);
        int input = operation.Inputs[0];
        string node = Text.Number(operation.Number);
        string sizes = $"rows, {Sizes(operation)}";
        string gradient = pass.Gradients(operation.Output);
        bool bias = HasBias(operation);
        pass.Code.Comment($"dW{node} = Σ {pass.Gradient(operation.Output)} ∗ {pass.Value(input)}{(bias ? $", db{node} = Σ {pass.Gradient(operation.Output)}" : "")}");
        pass.Code.Lines(
            $"""
            DividedConvolution.WeightGradient(
                {sizes},
                {pass.Values(input)},
                {gradient}, ref {pass.ParameterGradient(operation, "Weights")}, workers);
            """);
        if (bias)
        {
            pass.Code.Lines(
                $"""
                DividedConvolution.BiasGradient(
                    {sizes},
                    {gradient}, ref {pass.ParameterGradient(operation, "Bias")}, workers);
                """);
        }

        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = W{node} ∗ᵀ {pass.Gradient(operation.Output)}");
            pass.Code.Lines(
                $"""
                DividedConvolution.InputGradient(
                    {sizes},
                    {gradient}, ref {pass.Parameter(operation, "Weights")},
                    {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, workers);
                """);
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => operation.Layer.StateOffset is null ? UnrollBudget.Beyond : 0;

    protected override string Sizes(Operation operation)
    {
        var conv = (ConvModel)operation.Layer;
        (SlidingWindow vertical, SlidingWindow horizontal) = (conv.Vertical, conv.Horizontal);
        return "new ConvolutionSizes(" + Text.List(
        [
            conv.InputChannels, conv.InputHeight, conv.InputWidth, conv.Channels, vertical.Kernel, horizontal.Kernel, vertical.Stride, horizontal.Stride,
            vertical.Before, horizontal.Before, vertical.Dilation, horizontal.Dilation, conv.Groups, conv.OutputHeight, conv.OutputWidth,
        ]) + ")";
    }

    private static string StepSizes(Operation operation)
    {
        var conv = (ConvModel)operation.Layer;
        return Text.List([conv.InputChannels, conv.Channels, conv.Horizontal.Kernel, conv.Horizontal.Dilation, conv.Groups]);
    }
}
