using NetGen.Randomness;

namespace NetGen.Data;

/// <summary>Every second image by chance, left and right exchanged: x ← W − 1 − x. Not for what a mirror makes another thing, as digits and letters.</summary>
public sealed class HorizontalFlip : ImageAugmentation
{
    /// <inheritdoc/>
    public override void Move(in ImagePlaces places, ulong seed)
    {
        if (CounterRandom.Uniform(seed, 0, 0) < 0.5)
        {
            foreach (ref float x in places.X)
            {
                x = places.Width - 1 - x;
            }
        }
    }
}
