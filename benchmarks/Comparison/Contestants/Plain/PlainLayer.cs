using System.Collections.Immutable;

namespace NetGen.Comparison.Contestants.Plain;

/// <summary>A layer of the plain network.</summary>
internal abstract class PlainLayer(int inputs, int outputs)
{
    /// <summary>What the last row gave.</summary>
    public float[] Output { get; } = new float[outputs];

    /// <summary>The gradient of its input.</summary>
    public float[] Delta { get; } = new float[inputs];

    /// <summary>What it learns.</summary>
    public virtual IEnumerable<PlainParameters> Parameters => [];

    public abstract void Forward(float[] x);

    /// <summary>Adds the gradients of its parameters; writes <see cref="Delta"/>, unless it is the first layer.</summary>
    public abstract void Backward(float[] x, float[] delta, bool first);

    /// <summary>The layer of a description; null where it only gives a shape another name.</summary>
    /// <exception cref="ArgumentException">There is no plain loop for it.</exception>
    public static PlainLayer? Of(LayerDescription layer, ImmutableArray<int> input, ImmutableArray<int> output, ImmutableArray<float[]> tensors) => layer switch
    {
        DenseDescription => new PlainDense(tensors[0], tensors[1]),
        Conv2DDescription conv => new PlainConv(conv, input, output, tensors[0], tensors[1]),
        MaxPool2DDescription pool => new PlainMaxPool(pool, input, output),
        ActivateDescription activate => new PlainActivate(activate.Activation, NetworkDescription.Elements(output)),
        FlattenDescription => null,
        _ => throw new ArgumentException($"There is no plain loop for {layer.Summary}.", nameof(layer)),
    };
}

/// <summary>A tensor that is learned, its gradient and Adam's moments.</summary>
internal sealed class PlainParameters(float[] values)
{
    public float[] Values { get; } = [.. values];

    public float[] Gradient { get; } = new float[values.Length];

    public float[] First { get; } = new float[values.Length];

    public float[] Second { get; } = new float[values.Length];
}

/// <summary>z = W·x + b.</summary>
internal sealed class PlainDense(float[] W, float[] b) : PlainLayer(W.Length / b.Length, b.Length)
{
    private readonly PlainParameters weights = new(W);
    private readonly PlainParameters biases = new(b);

    public override IEnumerable<PlainParameters> Parameters => [weights, biases];

    public override void Forward(float[] x)
    {
        for (int o = 0; o < Output.Length; o++)
        {
            float sum = biases.Values[o];
            for (int i = 0; i < x.Length; i++)
            {
                sum += weights.Values[o * x.Length + i] * x[i];
            }

            Output[o] = sum;
        }
    }

    public override void Backward(float[] x, float[] delta, bool first)
    {
        for (int o = 0; o < Output.Length; o++)
        {
            biases.Gradient[o] += delta[o];
            for (int i = 0; i < x.Length; i++)
            {
                weights.Gradient[o * x.Length + i] += delta[o] * x[i];
            }
        }

        for (int i = 0; i < x.Length && !first; i++)
        {
            float sum = 0;
            for (int o = 0; o < Output.Length; o++)
            {
                sum += weights.Values[o * x.Length + i] * delta[o];
            }

            Delta[i] = sum;
        }
    }
}

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

/// <summary>The greatest element of every window, the first of equal ones; windows without padding.</summary>
internal sealed class PlainMaxPool(MaxPool2DDescription pool, ImmutableArray<int> input, ImmutableArray<int> output)
    : PlainLayer(NetworkDescription.Elements(input), NetworkDescription.Elements(output))
{
    private readonly int rows = output[1], columns = output[2], height = input[1], width = input[2];
    private readonly int[] greatest = new int[NetworkDescription.Elements(output)];

    public override void Forward(float[] x)
    {
        for (int o = 0; o < Output.Length; o++)
        {
            int corner = (o / (rows * columns) * height + o / columns % rows * pool.StrideHeight) * width + o % columns * pool.StrideWidth;
            int most = corner;
            for (int u = 0; u < pool.KernelHeight; u++)
            {
                for (int v = 0; v < pool.KernelWidth; v++)
                {
                    int place = corner + u * width + v;
                    most = x[place] > x[most] ? place : most;
                }
            }

            greatest[o] = most;
            Output[o] = x[most];
        }
    }

    public override void Backward(float[] x, float[] delta, bool first)
    {
        Array.Clear(Delta);
        for (int o = 0; o < delta.Length; o++)
        {
            Delta[greatest[o]] += delta[o];
        }
    }
}

/// <summary>ReLU or tanh, or the softmax at the end, whose derivative is in that of the loss.</summary>
internal sealed class PlainActivate(Activation activation, int width) : PlainLayer(width, width)
{
    private readonly bool tanh = activation == Activation.Tanh;

    public override void Forward(float[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Output[i] = activation == Activation.Softmax ? x[i] : tanh ? MathF.Tanh(x[i]) : MathF.Max(0, x[i]);
        }

        if (activation == Activation.Softmax)
        {
            Softmax(Output);
        }
    }

    public override void Backward(float[] x, float[] delta, bool first)
    {
        for (int i = 0; i < delta.Length; i++)
        {
            float a = Output[i];
            Delta[i] = tanh ? delta[i] * (1 - a * a) : a > 0 ? delta[i] : 0;
        }
    }

    private static void Softmax(float[] values)
    {
        float most = values.Max();
        float sum = 0;
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = MathF.Exp(values[index] - most);
            sum += values[index];
        }

        for (int index = 0; index < values.Length; index++)
        {
            values[index] /= sum;
        }
    }
}
