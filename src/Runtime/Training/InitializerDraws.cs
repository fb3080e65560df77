using System;
using System.Collections.Generic;
using NetGen.Randomness;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>What an initializer multiplies: a draw of mean 0 by a scale.</summary>
/// <param name="Draw">The draw of a seed, a node and a place: of variance 1, or uniform between −1 and 1; for a constant, 1.</param>
/// <param name="Scale">The scale from the number that was written, or null, and the inputs and outputs: σ, the bound, the constant or the gain.</param>
internal sealed record InitializerDraws(Func<ulong, int, long, double> Draw, Func<double?, int, int, double> Scale)
{
    private static readonly Func<ulong, int, long, double> one = (_, _, _) => 1;
    private static readonly Func<ulong, int, long, double> normal = CounterRandom.Normal;

    // A variance of σ² lies between ±√3·σ.
    private static readonly Dictionary<Initializer, InitializerDraws> all = new()
    {
        [Initializer.Zeros] = new(one, (_, _, _) => 0),
        [Initializer.Constant] = new(one, (scale, _, _) => scale ?? 0),
        [Initializer.Normal] = new(normal, (scale, _, _) => scale ?? 0.01),
        [Initializer.LeCun] = new(normal, (_, inputs, _) => Math.Sqrt(1.0 / inputs)),
        [Initializer.He] = new(normal, (_, inputs, _) => Math.Sqrt(2.0 / inputs)),
        [Initializer.Glorot] = new(normal, (_, inputs, outputs) => Math.Sqrt(2.0 / (inputs + outputs))),
        [Initializer.Scaled] = new(normal, (scale, inputs, _) => Math.Sqrt((scale ?? 1) / inputs)),
        [Initializer.Uniform] = new(Uniform, (scale, _, _) => scale ?? 0.05),
        [Initializer.LeCunUniform] = new(Uniform, (_, inputs, _) => Math.Sqrt(3.0 / inputs)),
        [Initializer.HeUniform] = new(Uniform, (_, inputs, _) => Math.Sqrt(6.0 / inputs)),
        [Initializer.GlorotUniform] = new(Uniform, (_, inputs, outputs) => Math.Sqrt(6.0 / (inputs + outputs))),
        [Initializer.Orthogonal] = new(normal, (scale, _, _) => scale ?? 1),
    };

    /// <summary>How an initializer draws.</summary>
    /// <exception cref="ArgumentException">There is no such initializer.</exception>
    public static InitializerDraws Of(Initializer initializer) =>
        all.TryGetValue(initializer, out InitializerDraws? draws) ? draws : throw new ArgumentException(Invariant($"There is no initializer {initializer}."));

    /// <summary>Uniform from −1 to below 1.</summary>
    public static double Uniform(ulong seed, int node, long index) => 2 * CounterRandom.Uniform(seed, node, index) - 1;
}
