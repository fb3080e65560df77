using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A fully connected layer: z = W·x + b with W of shape [units, inputs] and b of shape [units], then the activation.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class DenseAttribute : LearningLayerAttribute
{
    /// <summary>Declares a fully connected layer.</summary>
    /// <param name="units">The number of outputs, at least 1.</param>
    /// <param name="activation">
    /// The activation; <c>[Dense(n, f)]</c> is short for <c>[Dense(n)]</c> followed by <c>[Activate(f)]</c>.
    /// </param>
    public DenseAttribute(int units, Activation activation = Activation.Identity)
    {
        Units = units;
        Activation = activation;
    }

    /// <summary>The number of outputs.</summary>
    public int Units { get; }

    /// <summary>The activation after the layer.</summary>
    public Activation Activation { get; }

    /// <summary>
    /// α, for values below 0: of <see cref="Activation.LeakyReLU"/>, from 0 to below 1, by default 0.01; of
    /// <see cref="Activation.ELU"/>, above 0, by default 1.
    /// </summary>
    public double Slope { get; set; }

    /// <summary>Whether the layer has a bias b. Default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Whether every step of a sequence [T, F] goes through the layer by itself, with the same W and b: [T, F] becomes
    /// [T, units]. Default false: the layer takes a vector.
    /// </summary>
    public bool PerStep { get; set; }

    /// <summary>How W is drawn. Default <see cref="Initializer.Auto"/>: by the activation that follows.</summary>
    public Initializer Initializer { get; set; }

    /// <summary>
    /// The number that <see cref="Initializer"/> takes: the constant of <see cref="Initializer.Constant"/> (default
    /// 0), the standard deviation of <see cref="Initializer.Normal"/> (default 0.01), the factor k of
    /// <see cref="Initializer.Scaled"/> (default 1), the bound of <see cref="Initializer.Uniform"/> (default 0.05), the
    /// gain of <see cref="Initializer.Orthogonal"/> (default 1). The other initializers take none.
    /// </summary>
    public double Scale { get; set; }
}
