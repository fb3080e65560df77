using System;
using NetGen.Randomness;

namespace NetGen.Data;

/// <summary>The image turned about its middle by an angle between −degrees and degrees, all equally likely.</summary>
public sealed class Rotation : ImageAugmentation
{
    private readonly double degrees;

    /// <summary>Turns images.</summary>
    /// <param name="degrees">The largest angle, above 0 and to 180; digits bear 10 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The angle is outside its range.</exception>
    public Rotation(double degrees)
    {
        if (degrees is not (> 0 and <= 180))
        {
            throw Expect.OutOfRange(nameof(degrees), degrees, "expected an angle above 0 and to 180 degrees.");
        }

        this.degrees = degrees;
    }

    /// <inheritdoc/>
    public override void Move(in ImagePlaces places, ulong seed)
    {
        double angle = (2 * CounterRandom.Uniform(seed, 0, 0) - 1) * degrees * Math.PI / 180;
        (float sin, float cos) = ((float)Math.Sin(angle), (float)Math.Cos(angle));
        (float middleY, float middleX) = ((places.Height - 1) / 2f, (places.Width - 1) / 2f);
        for (int index = 0; index < places.Y.Length; index++)
        {
            (float y, float x) = (places.Y[index] - middleY, places.X[index] - middleX);
            places.Y[index] = middleY + cos * y + sin * x;
            places.X[index] = middleX + cos * x - sin * y;
        }
    }
}
