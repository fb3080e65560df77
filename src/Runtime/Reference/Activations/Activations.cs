using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>How one activation computes.</summary>
internal abstract class ActivationFunction<S>
    where S : IScalar<S>
{
    public abstract S[] Forward(S[] z, ActivateDescription description);
}

/// <summary>An activation that treats every element alone.</summary>
internal sealed class Elementwise<S>(Func<S, ActivateDescription, S> function) : ActivationFunction<S>
    where S : IScalar<S>
{
    public override S[] Forward(S[] z, ActivateDescription description) => [.. z.Select(x => function(x, description))];
}

/// <summary>Activation → how it computes.</summary>
internal static class Activations<S>
    where S : IScalar<S>
{
    private static readonly FrozenDictionary<Activation, ActivationFunction<S>> Table = new Dictionary<Activation, ActivationFunction<S>>
    {
        [Activation.Identity] = new Elementwise<S>((z, _) => z),
        [Activation.Sigmoid] = new Elementwise<S>((z, _) => Sigmoid.Of(z)),
        [Activation.Tanh] = new Elementwise<S>((z, _) => S.Tanh(z)),
        [Activation.ReLU] = new Elementwise<S>((z, _) => ReLU.Of(z)),
        [Activation.LeakyReLU] = new Elementwise<S>((z, description) => LeakyReLU.Of(z, description.Slope)),
        [Activation.Softmax] = new Softmax<S>(),
        [Activation.Softplus] = new Elementwise<S>((z, _) => Softplus.Of(z)),
        [Activation.GELU] = new Elementwise<S>((z, _) => GELU.Of(z)),
        [Activation.ELU] = new Elementwise<S>((z, description) => ELU.Of(z, description.Slope)),
        [Activation.SELU] = new Elementwise<S>((z, _) => SELU.Of(z)),
        [Activation.GELUTanh] = new Elementwise<S>((z, _) => GELUTanh.Of(z)),
        [Activation.SiLU] = new Elementwise<S>((z, _) => z * Sigmoid.Of(z)),
        [Activation.Mish] = new Elementwise<S>((z, _) => z * S.Tanh(Softplus.Of(z))),
        [Activation.HardTanh] = new Elementwise<S>((z, _) => Clamp.Of(z, -1, 1)),
        [Activation.ReLU6] = new Elementwise<S>((z, _) => Clamp.Of(z, 0, 6)),
        [Activation.HardSigmoid] = new Elementwise<S>((z, _) => Clamp.Of(z + S.From(3), 0, 6) / S.From(6)),
        [Activation.HardSwish] = new Elementwise<S>((z, _) => HardSwish.Of(z)),
        [Activation.Softsign] = new Elementwise<S>((z, _) => Softsign.Of(z)),
        [Activation.HardThreshold] = new Elementwise<S>((z, _) => HardThreshold.Of(z)),
        [Activation.LogSoftmax] = new LogSoftmax<S>(),
    }.ToFrozenDictionary();

    public static ActivationFunction<S> Of(Activation activation) =>
        Table.GetValueOrDefault(activation) ?? throw new ArgumentException($"The reference has no activation {activation}.");
}
