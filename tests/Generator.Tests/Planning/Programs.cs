using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests;

/// <summary>Networks for the planner: by their attributes, or random ones by their seed.</summary>
internal static class Programs
{
    public static NetworkModel Model(string attributes) => Source.Network($"using NetGen; [Network] {attributes} public partial class Net;");

    public static NetworkProgram Predicting(string attributes) => Lowering.Lower(Model(attributes), training: false);

    public static NetworkProgram Training(string attributes) => Lowering.Lower(Model(attributes), training: true);

    /// <summary>A graph of up to 20 layers of every kind, some of them read by several others and some by none.</summary>
    public static NetworkModel Random(int seed)
    {
        var random = new Random(seed);
        var input = new Shape(random.Next(1, 70));
        var shapes = new List<Shape> { input };
        var layers = new List<LayerModel>();
        int count = random.Next(1, 20);
        for (int index = 1; index <= count; index++)
        {
            // Mostly the layer before, sometimes any.
            int from = random.Next(3) > 0 ? shapes.Count - 1 : random.Next(shapes.Count);
            Shape shape = shapes[from];
            EquatableArray<int> inputs = new[] { from }.ToEquatableArray();
            int elements = (int)shape.Elements;
            string name = $"L{index}";
            LayerModel layer = random.Next(15) switch
            {
                0 => new ActivateModel(name, inputs, shape, new[] { "Tanh", "Softmax", "Identity", "ReLU" }[random.Next(4)], 0.01),
                1 => new DropoutModel(name, inputs, shape, random.Next(2) * 0.5, Classical: random.Next(2) == 0),
                2 => new FlattenModel(name, inputs, shape),
                3 => Add(name, shapes, from, random),
                4 => Concat(name, shapes, from, random),
                5 => Conv(name, inputs, elements, random),
                6 => Pool(name, inputs, elements, random),
                7 => Recurrent(name, from, shapes, random),
                8 => Attention(name, inputs, elements, random),
                9 when shapes.Contains(shape) => new MultiplyModel(name, new[] { from, shapes.IndexOf(shape) }.ToEquatableArray(), shape),
                10 => new RowNormModel(name, inputs, shape, elements % 2 == 0 ? "LayerNorm" : "RMSNorm", 1, Affine: random.Next(3) > 0, 1e-5),
                11 => new BatchNormModel(name, inputs, shape, Affine: random.Next(3) > 0, 1e-5, 0.1),
                12 => new PReLUModel(name, inputs, shape, PerChannel: random.Next(2) > 0),
                _ => Dense(name, inputs, elements, random.Next(1, 70)),
            };
            layers.Add(layer);
            shapes.Add(layer.Output);
        }

        bool cross = random.Next(2) == 0;
        layers.Add(new ActivateModel("last", new[] { shapes.Count - 1 }.ToEquatableArray(), shapes[^1], cross ? "Softmax" : "Tanh", 0.01));
        return new NetworkModel(
            Model("[Input(1)] [Dense(1)]").Type, 0, input, layers.ToEquatableArray(),
            new[] { new LossModel(cross ? "CrossEntropy" : "MeanSquaredError", "Mean", layers.Count) }.ToEquatableArray());
    }

    private static DenseModel Dense(string name, EquatableArray<int> inputs, int size, int units) =>
        new(name, inputs, new Shape(units), size, units, Bias: true, "He", 0);

    /// <summary>A convolution of all elements as a signal of one channel.</summary>
    private static ConvModel Conv(string name, EquatableArray<int> inputs, int elements, Random random)
    {
        int channels = random.Next(1, 4);
        var window = new SlidingWindow(random.Next(1, elements + 1), 1, 0, 0, 1);
        var output = new Shape(channels, (int)window.Outputs(elements));
        return new ConvModel(name, inputs, output, "Conv1D", new Shape(1, elements), channels, new[] { window }.ToEquatableArray(), 1, Bias: true, Truncate: false, "Auto", null);
    }

    private static PoolModel Pool(string name, EquatableArray<int> inputs, int elements, Random random)
    {
        var window = elements % 2 == 0 && random.Next(2) == 0 ? new SlidingWindow(2, 2, 0, 0, 1) : new SlidingWindow(Math.Min(3, elements), 1, 0, 0, 1);
        return new PoolModel(
            name, inputs, new Shape(1, (int)window.Outputs(elements)), elements % 2 == 0 ? "MaxPool1D" : "AveragePool1D", new Shape(1, elements), new[] { window }.ToEquatableArray(),
            Truncate: false, IncludePadding: true);
    }

    /// <summary>The elements as the steps of a sequence of numbers, or as one step; from a state and of a length where nodes could be these.</summary>
    private static RecurrenceModel Recurrent(string name, int from, List<Shape> shapes, Random random)
    {
        int elements = (int)shapes[from].Elements;
        bool sequence = random.Next(2) == 0, bidirectional = random.Next(2) == 0, isOneStep = random.Next(2) == 0 || elements > 30;
        int start = random.Next(shapes.Count), length = shapes.IndexOf(new Shape(1));
        bool state = random.Next(2) == 0 && shapes[start].Rank == 1 && (!bidirectional || shapes[start].Elements % 2 == 0);
        int units = state ? (int)shapes[start].Elements / (bidirectional ? 2 : 1) : random.Next(1, 20), steps = isOneStep ? 1 : elements;
        int width = (bidirectional ? 2 : 1) * units;
        string kind = new[] { "Recurrent", "LSTM", "GRU" }[random.Next(3)];
        int[] inputs = [from, .. Enumerable.Repeat(start, state ? kind == "LSTM" ? 2 : 1 : 0), .. length < 0 ? Array.Empty<int>() : [length]];
        return new(
            name, inputs.ToEquatableArray(), sequence ? new Shape(steps, width) : new Shape(width), kind, steps, elements / steps, units,
            kind == "Recurrent" ? "ReLU" : null, sequence, bidirectional, Bias: random.Next(2) == 0, state, Lengths: length >= 0, BackSteps: random.Next(3));
    }

    /// <summary>The elements as the steps of a sequence of numbers, or as one step.</summary>
    private static AttentionModel Attention(string name, EquatableArray<int> inputs, int elements, Random random)
    {
        int steps = random.Next(2) == 0 || elements > 30 ? 1 : elements;
        return new(name, inputs, new Shape(steps, elements / steps), steps, elements / steps, Heads: 1, Causal: random.Next(2) == 0, Bias: random.Next(2) == 0);
    }

    private static AddModel Add(string name, List<Shape> shapes, int from, Random random)
    {
        int[] equal = Enumerable.Range(0, shapes.Count).Where(node => shapes[node].Elements == shapes[from].Elements).ToArray();
        int[] inputs = Enumerable.Range(0, random.Next(2, 4)).Select(_ => equal[random.Next(equal.Length)]).ToArray();
        return new AddModel(name, inputs.ToEquatableArray(), shapes[from]);
    }

    private static ConcatModel Concat(string name, List<Shape> shapes, int from, Random random)
    {
        int[] inputs = [from, random.Next(shapes.Count)];
        return new ConcatModel(name, inputs.ToEquatableArray(), new Shape(inputs.Sum(node => (int)shapes[node].Elements)), 0);
    }
}
