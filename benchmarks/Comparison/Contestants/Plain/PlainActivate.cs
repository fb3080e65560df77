namespace NetGen.Comparison.Contestants.Plain;

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
