using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>How a batch moves the running averages of batch normalizations.</summary>
internal static class RunningAverages
{
    /// <summary>running = (1 − m)·running + m·batch, with the unbiased variance.</summary>
    /// <param name="description">The network.</param>
    /// <param name="nodes">All nodes of every row, as training computed them.</param>
    /// <param name="statistics">The averages before, in canonical order.</param>
    /// <returns>The averages after.</returns>
    public static S[] After<S>(NetworkDescription description, S[][][] nodes, ReadOnlySpan<S> statistics)
        where S : IScalar<S>
    {
        var after = new List<S>();
        for (int node = 1; node <= description.Layers.Length; node++)
        {
            if (description.Layers[node - 1] is BatchNormDescription layer)
            {
                int channels = description.Shapes[node][0];
                S[][] rows = [.. nodes.Select(row => row[layer.Inputs[0]])];
                int count = rows.Length * rows[0].Length / channels;
                (S Mean, S Variance)[] batch = BatchNorm<S>.Moments(rows, channels);
                S kept = S.From(1 - layer.Momentum), taken = S.From(layer.Momentum);
                S unbiased = S.From(count) / S.From(count - 1);
                for (int channel = 0; channel < channels; channel++)
                {
                    after.Add(kept * statistics[after.Count] + taken * batch[channel].Mean);
                }

                for (int channel = 0; channel < channels; channel++)
                {
                    after.Add(kept * statistics[after.Count] + taken * (batch[channel].Variance * unbiased));
                }
            }
        }

        return [.. after];
    }
}
