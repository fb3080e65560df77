namespace NetGen.Samples;

/// <summary>Images and what they show.</summary>
/// <param name="Name">The file that the images come from.</param>
/// <param name="Pixels">[count, pixels], from 0 to 1.</param>
/// <param name="Labels">[count].</param>
internal sealed record ImageSet(string Name, float[] Pixels, int[] Labels)
{
    public int Count => Labels.Length;

    /// <summary>Joins a file of images and a file of labels.</summary>
    /// <exception cref="DataException">They do not fit the network.</exception>
    public static ImageSet Of(IdxFile images, IdxFile labels)
    {
        if (images.Shape[1] * images.Shape[2] != Digits.InputSize)
        {
            throw new DataException($"{images.Name}: expected images of 28 × 28 pixels, found {images.Shape[1]} × {images.Shape[2]}.");
        }

        int foreign = Array.FindIndex(labels.Elements, label => label >= Digits.OutputSize);
        if (foreign >= 0)
        {
            throw new DataException($"{labels.Name}: expected labels from 0 to {Digits.OutputSize - 1}, label {foreign} is {labels.Elements[foreign]}.");
        }

        return new ImageSet(
            images.Name,
            Array.ConvertAll(images.Elements, pixel => pixel / 255f),
            Array.ConvertAll(labels.Elements, label => (int)label));
    }
}
