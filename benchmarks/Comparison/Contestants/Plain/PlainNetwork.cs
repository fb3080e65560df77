using System.Collections.Immutable;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Contestants.Plain;

/// <summary>A chain of layers in the loops that one writes first: arrays, one number at a time, one row at a time.</summary>
internal sealed class PlainNetwork
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly bool softmax;
    private readonly float[] input;
    private readonly PlainLayer[] layers;
    private readonly float rate;
    private int steps;

    public PlainNetwork(Workload workload, Problem problem)
    {
        NetworkDescription network = workload.Network;
        ImmutableArray<ImmutableArray<float[]>> tensors = problem.Tensors(network);
        softmax = network.Loss == Loss.CrossEntropy;
        input = new float[network.InputSize];
        rate = (float)problem.LearningRate;
        layers = [.. network.Layers.Select((layer, index) => PlainLayer.Of(layer, network.Shapes[index], network.Shapes[index + 1], tensors[index])).OfType<PlainLayer>()];
    }

    /// <summary>The output for a row.</summary>
    public float[] Forward(ReadOnlySpan<float> row)
    {
        row.CopyTo(input);
        float[] x = input;
        foreach (PlainLayer layer in layers)
        {
            layer.Forward(x);
            x = layer.Output;
        }

        return x;
    }

    /// <summary>A training step on rows of inputs, with labels or targets.</summary>
    public void Train(int rows, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
    {
        int classes = layers[^1].Output.Length;
        for (int row = 0; row < rows; row++)
        {
            float[] delta = Forward(inputs.Slice(row * input.Length, input.Length));
            for (int o = 0; o < classes; o++)
            {
                delta[o] = softmax
                    ? (delta[o] - (o == labels[row] ? 1 : 0)) / rows
                    : 2 * (delta[o] - targets[row * classes + o]) / (classes * rows);
            }

            Backward(delta);
        }

        steps++;
        foreach (PlainParameters parameters in layers.SelectMany(layer => layer.Parameters))
        {
            Update(parameters);
        }
    }

    /// <summary>From δ with respect to the logits of a softmax, or to the output where there is none.</summary>
    private void Backward(float[] delta)
    {
        for (int index = layers.Length - (softmax ? 2 : 1); index >= 0; index--)
        {
            layers[index].Backward(index > 0 ? layers[index - 1].Output : input, delta, first: index == 0);
            delta = layers[index].Delta;
        }
    }

    private void Update(PlainParameters parameters)
    {
        float correction1 = 1 - MathF.Pow(Beta1, steps);
        float correction2 = 1 - MathF.Pow(Beta2, steps);
        for (int index = 0; index < parameters.Values.Length; index++)
        {
            float g = parameters.Gradient[index];
            parameters.First[index] = Beta1 * parameters.First[index] + (1 - Beta1) * g;
            parameters.Second[index] = Beta2 * parameters.Second[index] + (1 - Beta2) * g * g;
            parameters.Values[index] -= rate * (parameters.First[index] / correction1) / (MathF.Sqrt(parameters.Second[index] / correction2) + Epsilon);
            parameters.Gradient[index] = 0;
        }
    }
}
