using System;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>Writes a description as the attributes that lead to it.</summary>
internal static class Declare
{
    /// <summary>A declaration with one attribute per layer, every name and origin written out.</summary>
    /// <param name="network">The description; layer names are identifiers.</param>
    /// <param name="name">The name of the class.</param>
    public static NetworkDeclaration Network(NetworkDescription network, string name) =>
        new(name, network.Shapes[0], [.. network.Layers.Select(layer => Layer(network, layer))], network.Loss, network.Reduction)
        {
            Options = network.Losses.Length == 1 ? LossOptions.Of(network.Losses[0]) : LossOptions.None,
            Heads = network.Losses.Length > 1 ? [.. network.Losses.Select(loss => new HeadDeclaration(loss.Loss, network.Layers[loss.Node - 1].Name, loss.Weight) { Options = LossOptions.Of(loss) })] : [],
            Penalties = [.. network.Penalties.Select(penalty => Penalty(network, penalty))],
        };

    private static PenaltyDeclaration Penalty(NetworkDescription network, PenaltyDescription penalty) =>
        new(penalty.L1, penalty.L2, penalty.Node is { } node ? network.Layers[node - 1].Name : null) { Biases = penalty.Biases, Proximal = penalty.Proximal, Examples = penalty.Examples };

    private static LayerDeclaration Layer(NetworkDescription network, LayerDescription layer)
    {
        string Name(int node) => node == 0 ? NetworkDeclaration.InputName : network.Layers[node - 1].Name;
        string[] with = [.. layer.Inputs.Skip(1).Select(Name)];
        LayerDeclaration declared = layer switch
        {
            InputDescription part => new Part([.. part.Shape]) { Offset = part.Offset },
            DenseDescription dense => new Dense(dense.Units) { Bias = dense.Bias, Initializer = dense.Initializer, Scale = dense.Scale ?? 0 },
            ConvDescription conv => Conv(conv),
            ConvTranspose2DDescription conv => With(new ConvTranspose(conv.Channels, Activation.Identity, conv.Height, conv.Width), conv),
            ConvTranspose1DDescription conv => With(new ConvTranspose(conv.Channels, Activation.Identity, conv.Length), conv),
            ActivateDescription activate => new Activate(activate.Activation) { Slope = activate.Slope },
            DropoutDescription dropout => new Dropout(dropout.Rate) { Classical = dropout.Classical },
            FlattenDescription => new Flatten(),
            ReshapeDescription reshape => new Reshape([.. reshape.Shape]),
            AddDescription => new Add(with),
            MultiplyDescription => new Multiply(with[0]),
            ConcatDescription concat => new Concat(with) { Axis = concat.Axis },
            PoolDescription or GlobalPoolDescription => PoolDeclaration.Of(layer),
            UpsampleDescription upsample => new Upsample(upsample.Factor),
            ZeroPadDescription pad => new ZeroPad(pad.Left, pad.Right, pad.Top, pad.Bottom),
            LayerNormDescription norm => With(new LayerNorm(), norm),
            RMSNormDescription norm => With(new RMSNorm(), norm),
            PReLUDescription prelu => new PReLU { PerChannel = prelu.PerChannel },
            BatchNormDescription norm => new BatchNorm { Affine = norm.Affine, Epsilon = norm.Epsilon, Momentum = norm.Momentum },
            RecurrentDescription recurrent => With(new Recurrent(recurrent.Units, recurrent.Activation), recurrent, with),
            LSTMDescription lstm => With(new LSTM(lstm.Units), lstm, with),
            GRUDescription gru => With(new GRU(gru.Units), gru, with),
            EmbeddingDescription embedding => new Embedding(embedding.Symbols, embedding.Size),
            PositionalEncodingDescription encoding => new PositionalEncoding { Learned = encoding.Learned },
            AttentionDescription attention => new Attention(attention.Heads) { Causal = attention.Causal, Bias = attention.Bias, Lengths = attention.Lengths ? with[0] : null },
            _ => throw new ArgumentException($"{layer.GetType().Name} has no attribute here."),
        };
        return declared with { Name = layer.Name, From = layer is InputDescription ? null : Name(layer.Inputs[0]), Share = layer.Shares is { } node ? Name(node) : null };
    }

    private static Conv Conv(ConvDescription conv)
    {
        SlidingWindow[] windows = conv switch
        {
            Conv2DDescription image => [image.Height, image.Width],
            _ => [((Conv1DDescription)conv).Length],
        };
        bool even = windows.All(window => window.Before == window.After);
        bool causal = !even && windows is [{ After: 0 } signal] && signal.Before == signal.Extent - 1;
        return new Conv(conv.Channels, Activation.Identity, [.. windows.Select(window => new ConvAxis(window.Kernel, window.Stride, even ? window.Before : 0, window.Dilation))])
        {
            Same = !even && !causal,
            Causal = causal,
            Truncate = conv.Truncate,
            Groups = conv.Groups,
            Bias = conv.Bias,
            Initializer = conv.Initializer,
            Scale = conv.Scale ?? 0,
        };
    }

    private static RowNorm With(RowNorm declared, RowNormDescription layer) =>
        declared with { Axes = layer.Axes, Affine = layer.Affine, Epsilon = layer.Epsilon };

    private static ConvTranspose With(ConvTranspose declared, ConvTransposeDescription layer) =>
        declared with { Groups = layer.Groups, Bias = layer.Bias, Initializer = layer.Initializer, Scale = layer.Scale ?? 0 };

    private static Recurrence With(Recurrence declared, RecurrenceDescription layer, string[] with) => declared with
    {
        Sequence = layer.Sequence,
        Bidirectional = layer.Bidirectional,
        Bias = layer.Bias,
        Start = [.. layer.Lengths ? with[..^1] : with],
        Lengths = layer.Lengths ? with[^1] : null,
        BackSteps = layer.BackSteps,
    };
}
