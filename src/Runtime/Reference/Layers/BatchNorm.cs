using System;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// Every channel normalized by its mean and variance, then scaled and shifted: those of all rows together while training,
/// the running averages when predicting.
/// </summary>
internal sealed class BatchNorm<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        int channels = call.InputShapes[0][0];
        (S Mean, S Variance)[] running = new (S, S)[channels];
        for (int channel = 0; channel < channels; channel++)
        {
            running[channel] = (call.Statistics[channel], call.Statistics[channels + channel]);
        }

        return Normalized(call, call.Inputs[0], running);
    }

    public override S[][]? ForwardTogether(in LayerCall<S> call, S[][] rows)
    {
        S[][] y = new S[rows.Length][];
        (S Mean, S Variance)[] batch = Moments(rows, call.InputShapes[0][0]);
        for (int row = 0; row < rows.Length; row++)
        {
            y[row] = Normalized(call, rows[row], batch);
        }

        return y;
    }

    /// <summary>The mean and the biased variance of each channel over all rows.</summary>
    public static (S Mean, S Variance)[] Moments(S[][] rows, int channels)
    {
        int pixels = rows[0].Length / channels;
        var moments = new (S, S)[channels];
        for (int channel = 0; channel < channels; channel++)
        {
            S[] x = [.. rows.SelectMany(row => row.AsSpan(channel * pixels, pixels).ToArray())];
            S mean = Sum.Of<S>(x) / S.From(x.Length);
            S[] squares = [.. x.Select(element => (element - mean) * (element - mean))];
            moments[channel] = (mean, Sum.Of<S>(squares) / S.From(x.Length));
        }

        return moments;
    }

    private static S[] Normalized(in LayerCall<S> call, S[] x, (S Mean, S Variance)[] moments)
    {
        var description = (BatchNormDescription)call.Description;
        int pixels = x.Length / moments.Length;
        S[] y = new S[x.Length];
        for (int index = 0; index < y.Length; index++)
        {
            int channel = index / pixels;
            (S mean, S variance) = moments[channel];
            y[index] = (x[index] - mean) / S.Sqrt(variance + S.From(description.Epsilon));
            if (description.Affine)
            {
                y[index] = y[index] * call.Parameters[channel] + call.Parameters[moments.Length + channel];
            }
        }

        return y;
    }
}
