using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Checking;
using NetGen.Reference;
using NetGen.Training;

namespace NetGen.Oracle;

/// <summary>Trains a network with batch normalization, folds it, and holds both predictions against each other.</summary>
public static class FoldingCheck
{
    private const int Rows = 6;

    /// <summary>Networks with batch normalizations at every place that can be folded, each with the one without.</summary>
    public static IEnumerable<(NetworkDescription Trained, NetworkDescription Plain)> Cases { get; } =
    [
        Case("Before", [5],
            [new DenseDescription("A", [0], 7, Bias: false), new BatchNormDescription("N", [1]), new ActivateDescription("F", [2], Activation.Tanh), new DenseDescription("B", [3], 3), new BatchNormDescription("M", [4])],
            [new DenseDescription("A", [0], 7), new ActivateDescription("F", [1], Activation.Tanh), new DenseDescription("B", [2], 3)]),
        Case("After", [5],
            [new BatchNormDescription("N", [0], Affine: false), new DenseDescription("A", [1], 7), new ActivateDescription("F", [2], Activation.ReLU), new BatchNormDescription("M", [3], Epsilon: 0.01), new DropoutDescription("D", [4], 0.2), new DenseDescription("B", [5], 3, Bias: false)],
            [new DenseDescription("A", [0], 7), new ActivateDescription("F", [1], Activation.ReLU), new DropoutDescription("D", [2], 0.2), new DenseDescription("B", [3], 3)]),
        Case("Several", [5],
            [new DenseDescription("A", [0], 4), new BatchNormDescription("N", [1]), new BatchNormDescription("M", [2]), new ActivateDescription("F", [3], Activation.Tanh), new BatchNormDescription("O", [4]), new DenseDescription("B", [5], 3), new BatchNormDescription("P", [6]), new AddDescription("S", [7, 7])],
            [new DenseDescription("A", [0], 4), new ActivateDescription("F", [1], Activation.Tanh), new DenseDescription("B", [2], 3), new AddDescription("S", [3, 3])]),
        Case("Signal", [2, 9],
            [new Conv1DDescription("A", [0], 4, new SlidingWindow(3, 1, 1, 1), Groups: 2, Bias: false), new BatchNormDescription("N", [1]), new ActivateDescription("F", [2], Activation.ReLU), new BatchNormDescription("M", [3]), new Conv1DDescription("B", [4], 6, new SlidingWindow(2), Groups: 2)],
            [new Conv1DDescription("A", [0], 4, new SlidingWindow(3, 1, 1, 1), Groups: 2), new ActivateDescription("F", [1], Activation.ReLU), new Conv1DDescription("B", [2], 6, new SlidingWindow(2), Groups: 2)]),
        Case("Image", [2, 6, 5],
            [new Conv2DDescription("A", [0], 3, new SlidingWindow(3, 1, 1, 1), new SlidingWindow(2)), new BatchNormDescription("N", [1]), new ActivateDescription("F", [2], Activation.ReLU), new MaxPool2DDescription("P", [3], 2, 2, 2, 2), new BatchNormDescription("M", [4]), new FlattenDescription("V", [5]), new DenseDescription("B", [6], 4)],
            [new Conv2DDescription("A", [0], 3, new SlidingWindow(3, 1, 1, 1), new SlidingWindow(2)), new ActivateDescription("F", [1], Activation.ReLU), new MaxPool2DDescription("P", [2], 2, 2, 2, 2), new FlattenDescription("V", [3]), new DenseDescription("B", [4], 4)]),
        Case("Kernels", [3, 5, 5],
            [new Conv2DDescription("A", [0], 4, new SlidingWindow(2), new SlidingWindow(3)), new ActivateDescription("F", [1], Activation.Tanh), new BatchNormDescription("N", [2]), new Conv2DDescription("B", [3], 2, new SlidingWindow(2), new SlidingWindow(2))],
            [new Conv2DDescription("A", [0], 4, new SlidingWindow(2), new SlidingWindow(3)), new ActivateDescription("F", [1], Activation.Tanh), new Conv2DDescription("B", [2], 2, new SlidingWindow(2), new SlidingWindow(2))]),
        Case("Transposed", [4, 3],
            [new ConvTranspose1DDescription("A", [0], 6, new TransposedWindow(3, 2), Groups: 2, Bias: false), new BatchNormDescription("N", [1]), new ActivateDescription("F", [2], Activation.Tanh)],
            [new ConvTranspose1DDescription("A", [0], 6, new TransposedWindow(3, 2), Groups: 2), new ActivateDescription("F", [1], Activation.Tanh)]),
    ];

    /// <summary>Trains, folds, and says where predictions differ by more than rounding.</summary>
    /// <remarks>
    /// The bound is that of <see cref="Bounded"/>: what float makes of the trained network, and of the folded one, whose
    /// parameters are rounded to float once more.
    /// </remarks>
    public static List<string> Differences(INetwork<float> trained, INetwork<float> plain)
    {
        NetworkDescription description = trained.Description;
        var random = new Random(3);
        float[] Draw(int size) => [.. Enumerable.Range(0, Rows * size).Select(_ => (float)(2 * random.NextDouble() - 0.5))];
        float[] gradient = new float[trained.Layout.Length];
        Workspace<float> workspace = trained.CreateWorkspace(Rows);
        for (int step = 0; step < 20; step++)
        {
            trained.Gradient(new Batch<float>(Rows, Draw(description.InputSize), Draw(description.OutputSize), step), gradient, workspace);
            new Sgd<float>(0.05).Step(trained.Parameters, gradient);
        }

        BatchNormFolding.Fold(trained, plain);
        float[] inputs = Draw(description.InputSize), before = new float[Rows * description.OutputSize], after = new float[Rows * description.OutputSize];
        trained.Forward(inputs, before);
        plain.Forward(inputs, after);

        var differences = new List<string>();
        Bounded[] statistics = Canonical(trained.StatisticsLayout, trained.Statistics, 0);
        for (int row = 0; row < Rows; row++)
        {
            Bounded[] input = Array.ConvertAll(inputs[(row * description.InputSize)..((row + 1) * description.InputSize)], x => (Bounded)x);
            Bounded[] exact = ReferencePass.Output(description, ReferencePass.Forward<Bounded>(description, Canonical(trained.Layout, trained.Parameters, 0), input, training: null, statistics));
            Bounded[] folded = ReferencePass.Output(plain.Description, ReferencePass.Forward<Bounded>(plain.Description, Canonical(plain.Layout, plain.Parameters, Math.ScaleB(1, -24)), input, training: null));
            Bounded.TakeDoubt();
            for (int index = 0; index < exact.Length; index++)
            {
                double bound = exact[index].Error + folded[index].Error;
                int place = row * exact.Length + index;
                if (!(Math.Abs(before[place] - after[place]) <= bound && bound < 1e-3))
                {
                    differences.Add($"{description.Name} [{row}, {index}]: {before[place]} before, {after[place]} folded, bound {bound:G2}");
                }
            }
        }

        return differences;
    }

    /// <summary>Numbers that are known up to a part of themselves.</summary>
    private static Bounded[] Canonical(ParameterLayout layout, ReadOnlySpan<float> buffer, double relative)
    {
        float[] numbers = new float[layout.Count];
        layout.CopyTo(buffer, numbers);
        return Array.ConvertAll(numbers, number => new Bounded(number, relative * Math.Abs(number)));
    }

    private static (NetworkDescription, NetworkDescription) Case(string name, int[] input, LayerDescription[] trained, LayerDescription[] plain) =>
        (new NetworkDescription(name, [.. input], [.. trained], Loss.HalfSquaredError), new NetworkDescription($"{name}Folded", [.. input], [.. plain]));
}
