using System.Collections.Immutable;

namespace NetGen.Comparison.Contestants.Plain;

/// <summary>z[f, i, j] = Σ W[f, c, u, v]·x[c, i·s − p + u, j·s − p + v] + b[f].</summary>
internal sealed class PlainConv(Conv2DDescription conv, ImmutableArray<int> input, ImmutableArray<int> output, float[] W, float[] b)
    : PlainLayer(NetworkDescription.Elements(input), NetworkDescription.Elements(output))
{
    private readonly PlainParameters weights = new(W);
    private readonly PlainParameters biases = new(b);
    private readonly int rows = output[1], columns = output[2], channels = input[0], height = input[1], width = input[2];
    private readonly int kernelHeight = conv.Height.Kernel, kernelWidth = conv.Width.Kernel;

    public override IEnumerable<PlainParameters> Parameters => [weights, biases];

    public override void Forward(float[] x)
    {
        for (int o = 0; o < Output.Length; o++)
        {
            (int f, int top, int left) = Corner(o);
            float sum = biases.Values[f];
            for (int c = 0; c < channels; c++)
            {
                for (int u = Math.Max(0, -top); u < Math.Min(kernelHeight, height - top); u++)
                {
                    for (int v = Math.Max(0, -left); v < Math.Min(kernelWidth, width - left); v++)
                    {
                        sum += weights.Values[Weight(f, c, u, v)] * x[Place(c, top + u, left + v)];
                    }
                }
            }

            Output[o] = sum;
        }
    }

    public override void Backward(float[] x, float[] delta, bool first)
    {
        Array.Clear(Delta);
        for (int o = 0; o < Output.Length; o++)
        {
            (int f, int top, int left) = Corner(o);
            biases.Gradient[f] += delta[o];
            for (int c = 0; c < channels; c++)
            {
                for (int u = Math.Max(0, -top); u < Math.Min(kernelHeight, height - top); u++)
                {
                    for (int v = Math.Max(0, -left); v < Math.Min(kernelWidth, width - left); v++)
                    {
                        int weight = Weight(f, c, u, v), place = Place(c, top + u, left + v);
                        weights.Gradient[weight] += delta[o] * x[place];
                        if (!first)
                        {
                            Delta[place] += delta[o] * weights.Values[weight];
                        }
                    }
                }
            }
        }
    }

    /// <summary>The filter of an output, and where its window begins.</summary>
    private (int Filter, int Top, int Left) Corner(int output) => (
        output / (rows * columns), output / columns % rows * conv.Height.Stride - conv.Height.Before, output % columns * conv.Width.Stride - conv.Width.Before);

    private int Weight(int f, int c, int u, int v) => ((f * channels + c) * kernelHeight + u) * kernelWidth + v;

    private int Place(int c, int row, int column) => (c * height + row) * width + column;
}
