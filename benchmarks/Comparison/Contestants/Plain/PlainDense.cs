namespace NetGen.Comparison.Contestants.Plain;

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
