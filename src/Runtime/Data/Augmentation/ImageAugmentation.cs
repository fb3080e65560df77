namespace NetGen.Data;

/// <summary>
/// A random change of images that leaves what they show what it is, so that a network learns from more images than there
/// are. It says from where in the image each pixel of the result is taken.
/// </summary>
/// <remarks>
/// Several act one after another on these places, and the image is read once at the end: however many there are, it is
/// interpolated once.
/// </remarks>
public abstract class ImageAugmentation
{
    /// <summary>Moves the places that the pixels of an image are taken from.</summary>
    /// <param name="places">The places; those that nothing has moved are the pixels' own.</param>
    /// <param name="seed">
    /// The only source of chance, such as by <see cref="Randomness.CounterRandom.Uniform"/>: another number for every
    /// image, epoch and augmentation.
    /// </param>
    public abstract void Move(in ImagePlaces places, ulong seed);
}
