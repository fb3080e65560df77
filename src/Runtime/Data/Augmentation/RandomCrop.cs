using System;
using NetGen.Randomness;

namespace NetGen.Data;

/// <summary>
/// The image with zeros around it, cropped to its own size anywhere: a shift by whole pixels, each from −padding to
/// padding equally likely.
/// </summary>
public sealed class RandomCrop : ImageAugmentation
{
    private readonly int padding;

    /// <summary>Crops a padded image.</summary>
    /// <param name="padding">The rows and columns of zeros on every side, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The padding is less than 1.</exception>
    public RandomCrop(int padding)
    {
        Expect.AtLeast(padding, 1, nameof(padding));
        this.padding = padding;
    }

    /// <inheritdoc/>
    public override void Move(in ImagePlaces places, ulong seed)
    {
        (double down, double right) = (Shift(seed, 0), Shift(seed, 1));
        for (int index = 0; index < places.Y.Length; index++)
        {
            places.Y[index] += (float)down;
            places.X[index] += (float)right;
        }
    }

    private double Shift(ulong seed, int axis) => Math.Floor(CounterRandom.Uniform(seed, 0, axis) * (2.0 * padding + 1)) - padding;
}
