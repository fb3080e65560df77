using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>The mathematics of a network as a text, and its hash. Both are written into files: they never change.</summary>
internal static class DescriptionFingerprint
{
    public static string Of(NetworkDescription network) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(network))));

    /// <summary>A line for the input, each layer with the nodes it takes, the loss where there is one, and each penalty.</summary>
    public static string Text(NetworkDescription network)
    {
        StringBuilder text = new();
        text.Append($"input {ShapeText.List(network.Shapes[0])}\n");
        foreach (LayerDescription layer in network.Layers)
        {
            text.Append($"{Text(layer)} of {ShapeText.List(layer.Inputs)}{(layer.Shares is { } node ? Invariant($" with {node}") : "")}\n");
        }

        bool isPlain = network.Losses is [{ Weight: 1 }];
        foreach (LossDescription loss in network.Losses)
        {
            text.Append($"loss {loss.Summary} {network.Reduction}{(isPlain ? "" : Invariant($" of {loss.Node} weight {Number(loss.Weight)}"))}\n");
        }

        foreach (PenaltyDescription penalty in network.Penalties)
        {
            text.Append($"penalty{(penalty.Node is { } node ? Invariant($" of {node}") : "")} l1 {Number(penalty.L1)} l2 {Number(penalty.L2)}");
            text.Append(Invariant($"{(penalty.Biases ? " with biases" : "")}{(penalty.Proximal ? " proximal" : "")}{(penalty.Examples == 1 ? "" : Invariant($" over {penalty.Examples}"))}\n"));
        }

        return text.ToString();
    }

    /// <summary>The mathematics of a layer, without its name, its inputs and how it is drawn.</summary>
    public static string Text(LayerDescription layer) => layer switch
    {
        InputDescription part => Invariant($"part {ShapeText.List(part.Shape)} at {part.Offset}"),
        DenseDescription dense => Invariant($"dense {dense.Units} {(dense.Bias ? "with" : "without")} bias{(dense.PerStep ? " per step" : "")}"),
        ConvDescription conv => Invariant($"{conv.Kind.ToLowerInvariant()} {conv.Channels} windows {string.Join(" and ", conv.Windows.Select(Text))} groups {conv.Groups} {(conv.Bias ? "with" : "without")} bias"),
        ConvTransposeDescription conv => Invariant($"{conv.Kind.ToLowerInvariant()} {conv.Channels} windows {string.Join(" and ", conv.Windows.Select(Text))} groups {conv.Groups} {(conv.Bias ? "with" : "without")} bias"),
        ActivateDescription { HasSlope: true } activate => $"activate {activate.Activation} {Number(activate.Slope)}",
        ActivateDescription activate => $"activate {activate.Activation}",
        DropoutDescription dropout => $"dropout {Number(dropout.Rate)}{(dropout.Classical ? " classical" : "")}",
        FlattenDescription => "flatten",
        ReshapeDescription reshape => $"reshape {ShapeText.List(reshape.Shape)}",
        AddDescription => "add",
        MultiplyDescription => "multiply",
        ConcatDescription concat => Invariant($"concat {concat.Axis}"),
        MaxPool2DDescription pool => $"maxpool2d {Window(pool)}",
        AveragePool2DDescription pool => $"averagepool2d {Window(pool)}{Divisor(pool.IncludePadding)}",
        MaxPool1DDescription pool => $"maxpool1d {Window(pool)}",
        AveragePool1DDescription pool => $"averagepool1d {Window(pool)}{Divisor(pool.IncludePadding)}",
        GlobalMaxPoolDescription => "globalmaxpool",
        GlobalAveragePoolDescription => "globalaveragepool",
        UpsampleDescription upsample => Invariant($"upsample {upsample.Factor}"),
        ZeroPadDescription pad => Invariant($"zeropad {pad.Left} {pad.Right} {pad.Top} {pad.Bottom}"),
        LayerNormDescription norm => $"layernorm {Normalization(norm)}",
        RMSNormDescription norm => $"rmsnorm {Normalization(norm)}",
        BatchNormDescription norm => $"batchnorm {(norm.Affine ? "affine" : "plain")} epsilon {Number(norm.Epsilon)} momentum {Number(norm.Momentum)}",
        PReLUDescription prelu => $"prelu {(prelu.PerChannel ? "per channel" : "of one slope")}",
        RecurrentDescription recurrent => $"recurrent {recurrent.Activation} {Recurrence(recurrent)}",
        LSTMDescription lstm => $"lstm {Recurrence(lstm)}",
        GRUDescription gru => $"gru {Recurrence(gru)}",
        EmbeddingDescription embedding => Invariant($"embedding {embedding.Symbols} {embedding.Size}"),
        PositionalEncodingDescription encoding => $"positionalencoding {(encoding.Learned ? "learned" : "of sinusoids")}",
        AttentionDescription attention => Invariant($"attention {attention.Heads} {(attention.Bias ? "with" : "without")} bias, {(attention.Causal ? "causal" : "all steps")}{(attention.Lengths ? ", of given lengths" : "")}"),
        _ => throw new ArgumentException($"There is no fingerprint of a {layer.GetType().Name}."),
    };

    private static string Text(SlidingWindow window) =>
        Invariant($"{window.Kernel} stride {window.Stride} padding {window.Before} {window.After} dilation {window.Dilation}");

    private static string Text(TransposedWindow window) =>
        Invariant($"{window.Kernel} stride {window.Stride} padding {window.Padding} output {window.OutputPadding} dilation {window.Dilation}");

    private static string Window(Pool2DDescription pool) =>
        Invariant($"{pool.KernelHeight} {pool.KernelWidth} stride {pool.StrideHeight} {pool.StrideWidth} padding {pool.PaddingHeight} {pool.PaddingWidth}");

    private static string Window(Pool1DDescription pool) => Invariant($"{pool.Kernel} stride {pool.Stride} padding {pool.Padding}");

    private static string Divisor(bool includesPadding) => includesPadding ? "" : " of elements";

    private static string Normalization(RowNormDescription layer) =>
        Invariant($"{layer.Axes} {(layer.Affine ? "affine" : "plain")} epsilon {Number(layer.Epsilon)}");

    private static string Recurrence(RecurrenceDescription layer) => Invariant(
        $"{layer.Units} {(layer.Bias ? "with" : "without")} bias, {(layer.Sequence ? "all steps" : "last step")}, {(layer.Bidirectional ? "both ways" : "forward")}") +
        (layer.State ? ", from a state" : "") + (layer.Lengths ? ", of given lengths" : "") + (layer.BackSteps > 0 ? Invariant($", back {layer.BackSteps} steps") : "");

    /// <summary>The shortest digits that read back; −0 is 0.</summary>
    public static string Number(double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture);
}
