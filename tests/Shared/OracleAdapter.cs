using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;

namespace NetGen.Oracle;

/// <summary>Turns oracle cases into networks, as far as NetGen has what they need.</summary>
public static class OracleAdapter
{
    private static readonly Dictionary<string, Activation> Activations = new()
    {
        ["identity"] = Activation.Identity,
        ["sigmoid"] = Activation.Sigmoid,
        ["tanh"] = Activation.Tanh,
        ["relu"] = Activation.ReLU,
        ["leaky_relu"] = Activation.LeakyReLU,
        ["leaky_relu_001"] = Activation.LeakyReLU,
        ["leaky_relu_02"] = Activation.LeakyReLU,
        ["softmax"] = Activation.Softmax,
        ["softplus"] = Activation.Softplus,
        ["gelu"] = Activation.GELU,
        ["gelu_exact"] = Activation.GELU,
        ["gelu_tanh"] = Activation.GELUTanh,
        ["elu"] = Activation.ELU,
        ["elu_05"] = Activation.ELU,
        ["elu_1"] = Activation.ELU,
        ["selu"] = Activation.SELU,
        ["silu"] = Activation.SiLU,
        ["mish"] = Activation.Mish,
        ["hardtanh"] = Activation.HardTanh,
        ["relu6"] = Activation.ReLU6,
        ["hardsigmoid"] = Activation.HardSigmoid,
        ["hardswish"] = Activation.HardSwish,
        ["softsign"] = Activation.Softsign,
        ["hard_threshold"] = Activation.HardThreshold,
        ["log_softmax"] = Activation.LogSoftmax,
    };

    private static readonly Dictionary<string, (Loss Loss, Activation Before)> Losses = new()
    {
        ["half_squared_error"] = (Loss.HalfSquaredError, Activation.Identity),
        ["half_se_batch_mean"] = (Loss.HalfSquaredError, Activation.Identity),
        ["mse"] = (Loss.MeanSquaredError, Activation.Identity),
        ["mse_mean"] = (Loss.MeanSquaredError, Activation.Identity),
        ["bce"] = (Loss.BinaryCrossEntropy, Activation.Identity),
        ["bce_with_logits"] = (Loss.BinaryCrossEntropy, Activation.Sigmoid),
        ["sigmoid_bce"] = (Loss.BinaryCrossEntropy, Activation.Sigmoid),
        ["cross_entropy"] = (Loss.CrossEntropy, Activation.Softmax),
        ["softmax_ce"] = (Loss.CrossEntropy, Activation.Softmax),
        ["l1"] = (Loss.AbsoluteError, Activation.Identity),
        ["huber"] = (Loss.Huber, Activation.Identity),
        ["smooth_l1"] = (Loss.Huber, Activation.Identity),
    };

    private static readonly Dictionary<string, Func<OracleCase, OracleProblem?>> Groups = new()
    {
        ["activation"] = Activate,
        ["dense"] = Dense,
        ["mlp"] = Perceptron,
        ["loss"] = LossAlone,
        ["structure"] = Structure,
        ["conv"] = Conv,
        ["pool"] = Pool,
        ["recurrent"] = Recurrent,
        ["embedding"] = Embedding,
        ["attention"] = Attention,
        ["norm"] = Norm,
    };

    /// <summary>The case as a network, or null where NetGen lacks something it needs.</summary>
    public static OracleProblem? Adapt(OracleCase oracle) =>
        Groups.TryGetValue(oracle.Group, out Func<OracleCase, OracleProblem?>? adapt) ? adapt(oracle) : null;

    private static OracleProblem? Activate(OracleCase oracle)
    {
        OracleTensor x = oracle.Inputs["x"];
        if (oracle.Op == "prelu")
        {
            return WithUpstream(oracle, [new PReLUDescription("PReLU1", [0], PerChannel: oracle.Parameters["a"].Data.Length > 1)], ["a"]);
        }

        if (!Activations.TryGetValue(oracle.Op, out Activation activation) || x.Shape.Length > 2)
        {
            return null;
        }

        LayerDescription layer = Activate("Activate1", 0, activation, oracle);
        if (activation == Activation.HardThreshold)
        {
            // The case has no gradient but the words that it is 0 everywhere.
            return new OracleProblem(oracle, new NetworkDescription(oracle.Id, [x.Data.Length], [layer]))
            {
                Rows = 1,
                Inputs = x.Data,
                InputGradient = new double[x.Data.Length],
                Upstream = [.. x.Data.Select(_ => 1.0)],
                Nodes = new() { [1] = "y" },
            };
        }

        return WithUpstream(oracle, [layer], []);
    }

    /// <summary>An activation with the slope that the case gives, if it does.</summary>
    private static ActivateDescription Activate(string name, int input, Activation activation, OracleCase oracle) =>
        (oracle.Attribute("negative_slope") ?? oracle.Attribute("alpha")) is JsonElement slope ? new(name, [input], activation, slope.GetDouble()) : new(name, [input], activation);

    private static OracleProblem? Dense(OracleCase oracle)
    {
        OracleTensor w = oracle.Parameters["W"];
        bool bias = oracle.Parameters.ContainsKey("b");
        return WithUpstream(oracle, [new DenseDescription("Dense1", [0], w.Shape[0], bias)], bias ? ["W", "b"] : ["W"]);
    }

    private static OracleProblem? Conv(OracleCase oracle)
    {
        if (oracle.Op == "cnn")
        {
            return SmallNetwork(oracle);
        }

        int[] Of(string name) => [.. oracle.Attribute(name)!.Value.EnumerateArray().Select(size => size.GetInt32())];
        (int[] kernel, int[] stride, int[] padding, int[] dilation) = (Of("kernel"), Of("stride"), Of("padding"), Of("dilation"));
        SlidingWindow[] windows =
        [
            .. kernel.Select((size, axis) => new SlidingWindow(size, stride[axis], padding[axis], padding[axis], dilation[axis])),
        ];
        int groups = oracle.Attribute("groups")!.Value.GetInt32();
        bool bias = oracle.Parameters.ContainsKey("b");
        if (oracle.Op.StartsWith("conv_transpose", StringComparison.Ordinal))
        {
            int[] more = Of("output_padding");
            TransposedWindow[] reaches = [.. kernel.Select((size, axis) => new TransposedWindow(size, stride[axis], padding[axis], more[axis], dilation[axis]))];
            int outputs = oracle.Parameters["W"].Shape[1] * groups;
            LayerDescription transposed = reaches.Length == 2
                ? new ConvTranspose2DDescription("ConvTranspose2D1", [0], outputs, reaches[0], reaches[1], groups, bias)
                : new ConvTranspose1DDescription("ConvTranspose1D1", [0], outputs, reaches[0], groups, bias);
            return WithUpstream(oracle, [transposed], bias ? ["W", "b"] : ["W"]);
        }

        int channels = oracle.Parameters["W"].Shape[0];
        LayerDescription layer = windows.Length == 2
            ? new Conv2DDescription("Conv2D1", [0], channels, windows[0], windows[1], groups, bias, Truncate: true)
            : new Conv1DDescription("Conv1D1", [0], channels, windows[0], groups, bias, Truncate: true);
        return WithUpstream(oracle, [layer], bias ? ["W", "b"] : ["W"]);
    }

    /// <summary>Convolution, pooling, convolution, dense: the kernels' sizes are those of their weights.</summary>
    private static OracleProblem SmallNetwork(OracleCase oracle)
    {
        LayerDescription Conv(string name, int input, int[] shape) =>
            new Conv2DDescription(name, [input], shape[0], new(shape[2]), new(shape[3]));
        LayerDescription pool = oracle.Attribute("graph")!.Value.GetString()!.Contains("maxpool")
            ? new MaxPool2DDescription("Pool1", [2], 2, 2, 2, 2) : new AveragePool2DDescription("Pool1", [2], 2, 2, 2, 2);
        return WithTarget(
            oracle, "x",
            [
                Conv("Conv1", 0, oracle.Parameters["W1"].Shape), new ActivateDescription("ReLU1", [1], Activation.ReLU), pool,
                Conv("Conv2", 3, oracle.Parameters["W2"].Shape), new ActivateDescription("ReLU2", [4], Activation.ReLU), new FlattenDescription("Flatten1", [5]),
                new DenseDescription("Dense1", [6], oracle.Parameters["W3"].Shape[0]), new ActivateDescription("Softmax1", [7], Activation.Softmax),
            ],
            ["W1", "b1", "W2", "b2", "W3", "b3"], new LossDescription(Loss.CrossEntropy, 8), Reduction.Mean, new() { [3] = "pool1", [6] = "flat", [7] = "logits" });
    }

    private static OracleProblem? Structure(OracleCase oracle) => oracle.Op switch
    {
        "residual" => WithUpstream(
            oracle,
            [
                new DenseDescription("Dense1", [0], oracle.Parameters["W1"].Shape[0]),
                new ActivateDescription("Activate1", [1], Activation.Tanh),
                new DenseDescription("Dense2", [2], oracle.Parameters["W2"].Shape[0]),
                new AddDescription("Add1", [0, 3]),
            ],
            ["W1", "b1", "W2", "b2"]),
        "concat" => WithUpstream(
            oracle,
            [
                new DenseDescription("Dense1", [0], oracle.Parameters["W1"].Shape[0], Bias: false),
                new ActivateDescription("Activate1", [1], Activation.Tanh),
                new DenseDescription("Dense2", [0], oracle.Parameters["W2"].Shape[0], Bias: false),
                new ActivateDescription("Activate2", [3], Activation.Sigmoid),
                new ConcatDescription("Concat1", [2, 0, 4]),
            ],
            ["W1", "W2"]),
        "shared_dense" => WithUpstream(
            oracle,
            [
                new DenseDescription("Dense1", [0], oracle.Parameters["W"].Shape[0], Bias: false),
                new ActivateDescription("Activate1", [1], Activation.Tanh),
                new DenseDescription("Dense2", [2], oracle.Parameters["W"].Shape[0], Bias: false) { Shares = 1 },
            ],
            ["W"]),
        "mul" => WithUpstream(
            oracle,
            [
                new DenseDescription("Dense1", [0], oracle.Parameters["W1"].Shape[0], Bias: false),
                new ActivateDescription("Activate1", [1], Activation.Sigmoid),
                new DenseDescription("Dense2", [0], oracle.Parameters["W2"].Shape[0], Bias: false),
                new MultiplyDescription("Multiply1", [3, 2]),
            ],
            ["W1", "W2"]),
        _ => null,
    };

    private static OracleProblem? Pool(OracleCase oracle)
    {
        int[] kernel = Sizes(oracle, "kernel", 1), stride = Sizes(oracle, "stride", 1), padding = Sizes(oracle, "padding", 0);
        bool includePadding = oracle.Attribute("count_include_pad")?.GetBoolean() ?? true;
        LayerDescription? layer = oracle.Op switch
        {
            "maxpool1d" => new MaxPool1DDescription("Pool1", [0], kernel[0], stride[0], padding[0], Truncate: true),
            "avgpool1d" => new AveragePool1DDescription("Pool1", [0], kernel[0], stride[0], padding[0], Truncate: true, includePadding),
            "maxpool2d" => new MaxPool2DDescription("Pool1", [0], kernel[0], kernel[^1], stride[0], stride[^1], padding[0], padding[^1], Truncate: true),
            "avgpool2d" => new AveragePool2DDescription("Pool1", [0], kernel[0], kernel[^1], stride[0], stride[^1], padding[0], padding[^1], Truncate: true, includePadding),
            "global_maxpool2d" => new GlobalMaxPoolDescription("Pool1", [0]),
            "global_avgpool2d" => new GlobalAveragePoolDescription("Pool1", [0]),
            "flatten" => new FlattenDescription("Flatten1", [0]),
            _ => null,
        };
        return layer is null ? null : WithUpstream(oracle, [layer], []);
    }

    /// <summary>A size of both axes, or of each.</summary>
    private static int[] Sizes(OracleCase oracle, string name, int absent) => oracle.Attribute(name) switch
    {
        null => [absent],
        { ValueKind: JsonValueKind.Array } sizes => [.. sizes.EnumerateArray().Select(size => size.GetInt32())],
        { } size => [size.GetInt32()],
    };

    private static OracleProblem? LossAlone(OracleCase oracle)
    {
        if (!Losses.TryGetValue(oracle.Op, out (Loss Loss, Activation Before) loss)
            || oracle.Inputs.Keys.Except(["prediction", "target", "weight", "pos_weight"]).Any())
        {
            return null;
        }

        bool sum = oracle.Attribute("reduction")?.GetString() == "sum" || oracle.Id.EndsWith("_sum", StringComparison.Ordinal);
        return WithTarget(
            oracle, "prediction", [new ActivateDescription("Activate1", [0], loss.Before)], [],
            new LossDescription(loss.Loss, 1)
            {
                Delta = Number(oracle, "delta") ?? Number(oracle, "beta") ?? 1,
                ClassWeights = Weights("weight"),
                PositiveWeights = Weights("pos_weight"),
                LabelSmoothing = Number(oracle, "label_smoothing") ?? 0,
            },
            sum ? Reduction.Sum : Reduction.Mean, []);

        ImmutableArray<double> Weights(string name) => oracle.Inputs.TryGetValue(name, out OracleTensor? weights) ? [.. weights.Data] : [];
    }

    private static OracleProblem? Perceptron(OracleCase oracle)
    {
        string[] activations = [.. oracle.Attribute("activations")!.Value.EnumerateArray().Select(name => name.GetString()!)];
        if (activations.Any(name => !Activations.ContainsKey(name))
            || !Losses.TryGetValue(oracle.Attribute("head")!.Value.GetString()!, out (Loss Loss, Activation Before) head))
        {
            return null;
        }

        int[] dims = [.. oracle.Attribute("dims")!.Value.EnumerateArray().Select(size => size.GetInt32())];
        var layers = ImmutableArray.CreateBuilder<LayerDescription>();
        var parameters = new List<string>();
        var nodes = new Dictionary<int, string>();
        for (int depth = 1; depth < dims.Length; depth++)
        {
            layers.Add(new DenseDescription($"Dense{depth}", [layers.Count], dims[depth]));
            nodes[layers.Count] = $"z{depth}";
            parameters.AddRange([$"W{depth}", $"b{depth}"]);

            bool last = depth == dims.Length - 1;
            layers.Add(Activate($"Activate{depth}", layers.Count, last ? head.Before : Activations[activations[depth - 1]], oracle));
            nodes[layers.Count] = last ? "probabilities" : $"a{depth}";
        }

        Reduction reduction = oracle.Attribute("reduction")?.GetString() == "sum" ? Reduction.Sum : Reduction.Mean;
        return WithTarget(oracle, "x", layers.ToImmutable(), [.. parameters], new LossDescription(head.Loss, layers.Count), reduction, nodes, Penalties(oracle));
    }

    /// <summary>λ·Σ|w| and λ₂/2·Σw²; where a case has one of them alone, its factor is λ.</summary>
    private static ImmutableArray<PenaltyDescription> Penalties(OracleCase oracle)
    {
        double Of(string name) => oracle.Attribute(name)!.Value.GetDouble();
        return oracle.Attribute("regulariser")?.GetString() switch
        {
            "l1" => [new PenaltyDescription(Of("lambda"), 0)],
            "l2" => [new PenaltyDescription(0, Of("lambda"))],
            "elastic" => [new PenaltyDescription(Of("lambda"), Of("lambda2"))],
            _ => [],
        };
    }

    /// <summary>The layer of a recurrent case.</summary>
    public static RecurrenceDescription Recurrent(OracleCase oracle, string name, int input, bool sequence)
    {
        OracleTensor state = oracle.Parameters.First(tensor => tensor.Key.StartsWith("weight_hh", StringComparison.Ordinal)).Value;
        bool bidirectional = oracle.Attribute("bidirectional")?.ValueKind == JsonValueKind.True;
        Activation activation = oracle.Attribute("nonlinearity")?.GetString() == "relu" ? Activation.ReLU : Activation.Tanh;
        return oracle.Op.Split('_')[0] switch
        {
            "lstm" => new LSTMDescription(name, [input], state.Columns, sequence, bidirectional),
            "gru" => new GRUDescription(name, [input], state.Columns, sequence, bidirectional),
            _ => new RecurrentDescription(name, [input], state.Columns, activation, sequence, bidirectional),
        };
    }

    /// <summary>The names of the tensors of a layer and a direction, in canonical order.</summary>
    public static string[] RecurrentNames(int layer, int direction) =>
        [.. ((string[])["weight_ih", "weight_hh", "bias_ih", "bias_hh"]).Select(name => $"{name}_l{layer}{(direction == 0 ? "" : "_reverse")}")];

    private static OracleProblem? Recurrent(OracleCase oracle)
    {
        OracleTensor x = oracle.Inputs["x"];
        if (oracle.Inputs.ContainsKey("h0"))
        {
            return FromState(oracle);
        }

        if (oracle.Op.EndsWith("_classifier", StringComparison.Ordinal))
        {
            return WithTarget(
                oracle, "x",
                [Recurrent(oracle, "Layer1", 0, sequence: false), new DenseDescription("Dense1", [1], oracle.Parameters["b"].Data.Length), new ActivateDescription("Softmax1", [2], Activation.Softmax)],
                ["weight_ih", "weight_hh", "bias_ih", "bias_hh", "W", "b"], new LossDescription(Loss.CrossEntropy, 3), Reduction.Mean, new() { [2] = "logits" });
        }

        return WithUpstream(oracle, [Recurrent(oracle, "Layer1", 0, sequence: false)], RecurrentNames(layer: 0, direction: 0), output: "last");
    }

    /// <summary>
    /// A stack from given states: the row is x, then those of every layer, and the outputs are the sequences of every
    /// layer side by side, of which a last state is the one of the last step. The upstream of both adds up.
    /// </summary>
    /// <returns>Null for an LSTM, whose cells are no output; <c>InitialStateTests</c> holds its formulas.</returns>
    private static OracleProblem? FromState(OracleCase oracle)
    {
        int depth = oracle.Attribute("layers")!.Value.GetInt32();
        if (oracle.Inputs.ContainsKey("c0") || oracle.Attribute("bidirectional")!.Value.GetBoolean())
        {
            return null;
        }

        OracleTensor x = oracle.Inputs["x"];
        (int rows, int steps, int inputs) = (x.Shape[0], x.Shape[1], x.Shape[2]);
        int units = Recurrent(oracle, "Layer", 0, sequence: true).Units;
        int size = (steps * inputs) + (depth * units);
        double[] Rows(double[] sequence, double[] states) =>
        [
            .. Enumerable.Range(0, rows).SelectMany(row => sequence[(row * steps * inputs)..((row + 1) * steps * inputs)]
                .Concat(Enumerable.Range(0, depth).SelectMany(layer => states[(((layer * rows) + row) * units)..(((layer * rows) + row + 1) * units)]))),
        ];
        var layers = ImmutableArray.CreateBuilder<LayerDescription>();
        layers.Add(new InputDescription("X", [0], [steps, inputs], 0));
        for (int layer = 0; layer < depth; layer++)
        {
            layers.Add(new InputDescription($"H{layer}", [0], [units], (steps * inputs) + (layer * units)));
            RecurrenceDescription recurrent = Recurrent(oracle, $"Layer{layer}", 0, sequence: true);
            layers.Add(recurrent with { Inputs = [layer == 0 ? 1 : layers.Count - 1, layers.Count], State = true });
        }

        int[] nodes = [.. Enumerable.Range(0, depth).Select(layer => 3 + (2 * layer))];
        if (depth > 1)
        {
            layers.Add(new ConcatDescription("All", [.. nodes], 1));
        }

        double[] y = oracle.Upstream["y"].Data, last = oracle.Upstream["hn"].Data;
        double[] upstream = new double[rows * steps * depth * units];
        for (int index = 0; index < upstream.Length; index++)
        {
            (int row, int step, int layer, int unit) = (index / (steps * depth * units), index / (depth * units) % steps, index / units % depth, index % units);
            upstream[index] = (layer == depth - 1 ? y[(((row * steps) + step) * units) + unit] : 0) + (step == steps - 1 ? last[(((layer * rows) + row) * units) + unit] : 0);
        }

        return new OracleProblem(oracle, new NetworkDescription(oracle.Id, [size], layers.ToImmutable()))
        {
            Rows = rows,
            Inputs = Rows(x.Data, oracle.Inputs["h0"].Data),
            InputGradient = Rows(oracle.Gradients["x"].Data, oracle.Gradients["h0"].Data),
            Parameters = [.. Enumerable.Range(0, depth).SelectMany(layer => RecurrentNames(layer, direction: 0))],
            Upstream = upstream,
            Nodes = new() { [nodes[^1]] = "y" },
        };
    }

    /// <summary>A table of symbols, alone or with the mean of its vectors over the steps and a dense layer.</summary>
    private static OracleProblem? Embedding(OracleCase oracle)
    {
        OracleTensor table = oracle.Parameters["W"];
        int steps = oracle.Inputs["indices"].Columns;
        LayerDescription embedding = new EmbeddingDescription("Embedding1", [0], table.Shape[0], table.Columns);
        return oracle.Op switch
        {
            "embedding" => WithUpstream(oracle, [embedding], ["W"], input: "indices"),
            "embedding_mean_dense" => WithUpstream(
                oracle,
                [
                    embedding, new ReshapeDescription("Reshape1", [1], [1, steps, table.Columns]),
                    new AveragePool2DDescription("Mean", [2], steps, 1, steps, 1), new FlattenDescription("Flatten1", [3]),
                    new DenseDescription("Dense1", [4], oracle.Parameters["D"].Shape[0], Bias: false),
                ],
                ["W", "D"], input: "indices"),
            _ => null,
        };
    }

    private static OracleProblem Attention(OracleCase oracle)
    {
        string[] parameters = ["in_proj_weight", "out_proj_weight", "in_proj_bias", "out_proj_bias"];
        var attention = new AttentionDescription("Attention1", [0], oracle.Attribute("heads")!.Value.GetInt32(), oracle.Attribute("causal")!.Value.GetBoolean());
        if (!oracle.Inputs.TryGetValue("lengths", out OracleTensor? lengths))
        {
            return WithUpstream(oracle, [attention], parameters);
        }

        // The length of a sequence stands before it in the row.
        OracleTensor x = oracle.Inputs["x"];
        NetworkDescription description = new(
            oracle.Id, [1 + (x.Data.Length / x.Shape[0])],
            [new InputDescription("length", [0], [1], 0), new InputDescription("x", [0], Row(x), 1), attention with { Inputs = [2, 1], Lengths = true }]);
        double[] Rows(double[] of, Func<int, double> first) => [.. of.Chunk(of.Length / x.Shape[0]).SelectMany((row, index) => row.Prepend(first(index)))];
        return new OracleProblem(oracle, description)
        {
            Rows = x.Shape[0],
            Inputs = Rows(x.Data, row => lengths.Data[row]),
            InputGradient = Rows(oracle.Gradients["x"].Data, _ => 0),
            Parameters = parameters,
            Upstream = oracle.Upstream["y"].Data,
            Nodes = new() { [3] = "y" },
        };
    }

    private static OracleProblem? Norm(OracleCase oracle)
    {
        if (oracle.Op != "layernorm")
        {
            return null;
        }

        bool affine = oracle.Parameters.ContainsKey("gamma");
        return WithUpstream(
            oracle, [new LayerNormDescription("Norm1", [0], Sizes(oracle, "normalized_shape", 1).Length, affine, oracle.Attribute("eps")!.Value.GetDouble())],
            affine ? ["gamma", "beta"] : []);
    }

    /// <summary>The shape of a row: all axes behind the first, which counts rows.</summary>
    private static ImmutableArray<int> Row(OracleTensor x) => x.Shape.Length > 1 ? [.. x.Shape[1..]] : [x.Columns];

    private static OracleProblem WithUpstream(OracleCase oracle, ImmutableArray<LayerDescription> layers, string[] parameters, string output = "y", string input = "x")
    {
        OracleTensor x = oracle.Inputs[input];
        NetworkDescription description = new(oracle.Id, Row(x), layers);
        return new OracleProblem(oracle, description)
        {
            Rows = x.Data.Length / description.InputSize,
            Inputs = x.Data,
            InputGradient = oracle.Gradients.GetValueOrDefault(input)?.Data,
            Parameters = parameters,
            Upstream = oracle.Upstream[output].Data,
            Nodes = new() { [layers.Length] = output },
        };
    }

    private static OracleProblem WithTarget(
        OracleCase oracle, string input, ImmutableArray<LayerDescription> layers, string[] parameters,
        LossDescription loss, Reduction reduction, Dictionary<int, string> nodes, ImmutableArray<PenaltyDescription> penalties = default)
    {
        OracleTensor x = oracle.Inputs[input];
        OracleTensor target = oracle.Inputs["target"];
        NetworkDescription description = new(oracle.Id, Row(x), layers, [loss], reduction) { Penalties = penalties };

        // PyTorch's mean is over rows and outputs, and its sum over both; NetGen's losses say themselves what they do
        // over the outputs, and the reduction is over the rows. Its mean over weighted indices is over their weights, and
        // its smooth L1 is Huber's loss divided by β.
        double rows = target.Data.Length;
        double scale = (loss.Loss, reduction) switch
        {
            (Loss.BinaryCrossEntropy or Loss.AbsoluteError or Loss.Huber, Reduction.Mean) => 1.0 / description.OutputSize,
            (Loss.MeanSquaredError, Reduction.Sum) => description.OutputSize,
            (Loss.CrossEntropy, Reduction.Mean) when target.IsIndex && !loss.ClassWeights.IsEmpty => rows / target.Data.Sum(label => loss.ClassWeights[(int)label]),
            _ => 1,
        } / (Number(oracle, "beta") ?? 1);
        return new OracleProblem(oracle, description)
        {
            Rows = x.Data.Length / description.InputSize,
            Inputs = x.Data,
            InputGradient = oracle.Gradients.GetValueOrDefault(input)?.Data,
            Parameters = parameters,
            Targets = target.IsIndex ? null : target.Data,
            Labels = target.IsIndex ? [.. target.Data.Select(label => (int)label)] : null,
            Scale = scale,
            Nodes = nodes,
        };
    }

    private static double? Number(OracleCase oracle, string attribute) => oracle.Attribute(attribute)?.GetDouble();
}
