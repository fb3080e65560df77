using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Contestants;

/// <summary>A perceptron in the loops that one writes first: arrays, one number at a time, one row at a time.</summary>
internal sealed class PlainNetwork
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly bool tanh;
    private readonly bool softmax;
    private readonly Layer[] layers;
    private readonly float rate;
    private int steps;

    public PlainNetwork(Workload workload, Problem problem)
    {
        tanh = workload.Hidden == "Tanh";
        softmax = workload.Output == "Softmax";
        rate = (float)problem.LearningRate;
        layers = [.. workload.Layers().Select((layer, index) => new Layer(layer.Inputs, layer.Outputs, problem.Weights[index], problem.Biases[index]))];
    }

    /// <summary>The output for a row.</summary>
    public float[] Forward(ReadOnlySpan<float> row)
    {
        row.CopyTo(layers[0].Input);
        for (int index = 0; index < layers.Length; index++)
        {
            Layer layer = layers[index];
            float[] output = index + 1 < layers.Length ? layers[index + 1].Input : layer.Output;
            for (int o = 0; o < layer.Outputs; o++)
            {
                float sum = layer.Biases[o];
                for (int i = 0; i < layer.Inputs; i++)
                {
                    sum += layer.Weights[o * layer.Inputs + i] * layer.Input[i];
                }

                output[o] = index + 1 == layers.Length ? sum : tanh ? MathF.Tanh(sum) : MathF.Max(0, sum);
            }
        }

        float[] result = layers[^1].Output;
        if (softmax)
        {
            Softmax(result);
        }

        return result;
    }

    /// <summary>A training step on rows of inputs, with labels or targets.</summary>
    public void Train(int rows, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
    {
        int width = layers[0].Inputs;
        int classes = layers[^1].Outputs;
        for (int row = 0; row < rows; row++)
        {
            float[] delta = Forward(inputs.Slice(row * width, width));
            for (int o = 0; o < classes; o++)
            {
                delta[o] = softmax
                    ? (delta[o] - (o == labels[row] ? 1 : 0)) / rows
                    : 2 * (delta[o] - targets[row * classes + o]) / (classes * rows);
            }

            Backward(delta);
        }

        steps++;
        foreach (Layer layer in layers)
        {
            Update(layer.Weights, layer.WeightMoments);
            Update(layer.Biases, layer.BiasMoments);
        }
    }

    private void Backward(float[] delta)
    {
        for (int index = layers.Length - 1; index >= 0; index--)
        {
            Layer layer = layers[index];
            for (int o = 0; o < layer.Outputs; o++)
            {
                layer.BiasMoments.Gradient[o] += delta[o];
                for (int i = 0; i < layer.Inputs; i++)
                {
                    layer.WeightMoments.Gradient[o * layer.Inputs + i] += delta[o] * layer.Input[i];
                }
            }

            if (index > 0)
            {
                for (int i = 0; i < layer.Inputs; i++)
                {
                    float sum = 0;
                    for (int o = 0; o < layer.Outputs; o++)
                    {
                        sum += layer.Weights[o * layer.Inputs + i] * delta[o];
                    }

                    float a = layer.Input[i];
                    layer.Delta[i] = tanh ? sum * (1 - a * a) : a > 0 ? sum : 0;
                }

                delta = layer.Delta;
            }
        }
    }

    private void Update(float[] parameters, Moments moments)
    {
        float correction1 = 1 - MathF.Pow(Beta1, steps);
        float correction2 = 1 - MathF.Pow(Beta2, steps);
        for (int index = 0; index < parameters.Length; index++)
        {
            float g = moments.Gradient[index];
            moments.First[index] = Beta1 * moments.First[index] + (1 - Beta1) * g;
            moments.Second[index] = Beta2 * moments.Second[index] + (1 - Beta2) * g * g;
            parameters[index] -= rate * (moments.First[index] / correction1) / (MathF.Sqrt(moments.Second[index] / correction2) + Epsilon);
            moments.Gradient[index] = 0;
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

    private sealed class Layer(int inputs, int outputs, float[] W, float[] b)
    {
        public int Inputs => inputs;

        public int Outputs => outputs;

        public float[] Weights { get; } = [.. W];

        public float[] Biases { get; } = [.. b];

        public float[] Input { get; } = new float[inputs];

        public float[] Output { get; } = new float[outputs];

        public float[] Delta { get; } = new float[inputs];

        public Moments WeightMoments { get; } = new(W.Length);

        public Moments BiasMoments { get; } = new(b.Length);
    }

    private sealed class Moments(int length)
    {
        public float[] Gradient { get; } = new float[length];

        public float[] First { get; } = new float[length];

        public float[] Second { get; } = new float[length];
    }
}
