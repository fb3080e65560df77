using System.Collections.Immutable;

namespace NetGen.Comparison.Contestants.Plain;

/// <summary>r, z = σ(a + s), n = tanh(a + r·s), h′ = (1 − z)·n + z·h, of a = Wᵢ·x + bᵢ and s = Wₛ·h + bₛ.</summary>
/// <param name="units">The numbers of a state.</param>
/// <param name="tensors">Wᵢ [3·units, inputs], Wₛ [3·units, units], bᵢ and bₛ.</param>
internal sealed class PlainGRU(int units, ImmutableArray<float[]> tensors)
{
    private readonly float[] a = new float[3 * units];
    private readonly float[] s = new float[3 * units];

    /// <summary>The state, which is the output.</summary>
    public float[] State { get; } = new float[units];

    public void Step(ReadOnlySpan<float> x)
    {
        Affine(tensors[0], x, tensors[2], a);
        Affine(tensors[1], State, tensors[3], s);
        for (int unit = 0; unit < units; unit++)
        {
            float r = Sigmoid(a[unit] + s[unit]);
            float z = Sigmoid(a[units + unit] + s[units + unit]);
            float n = MathF.Tanh(a[2 * units + unit] + r * s[2 * units + unit]);
            State[unit] = (1 - z) * n + z * State[unit];
        }
    }

    private static void Affine(float[] W, ReadOnlySpan<float> x, float[] b, float[] result)
    {
        for (int o = 0; o < result.Length; o++)
        {
            float sum = b[o];
            for (int i = 0; i < x.Length; i++)
            {
                sum += W[o * x.Length + i] * x[i];
            }

            result[o] = sum;
        }
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
}
