using System;
using System.Numerics;

namespace NetGen.Training;

/// <summary>A figure that a training is watched by, taken after every epoch.</summary>
/// <typeparam name="T">The number type of the network.</typeparam>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Of">Its value for a network.</param>
/// <param name="LargerIsBetter">Whether a larger value is better, as of accuracy, or a smaller one, as of loss.</param>
public sealed record Metric<T>(string Name, Func<INetwork<T>, double> Of, bool LargerIsBetter)
    where T : unmanaged, IFloatingPointIeee754<T>;
