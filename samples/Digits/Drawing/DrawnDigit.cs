namespace NetGen.Samples.Drawing;

/// <summary>One drawn digit: a pure function of (seed, image).</summary>
internal static class DrawnDigit
{
    /// <summary>What image shows: every digit in turn.</summary>
    public static int Label(int image) => image % 10;

    /// <summary>Draws an image.</summary>
    /// <param name="seed">Another seed, other images.</param>
    /// <param name="image">The number of the image, 0 or more.</param>
    /// <param name="picture">Receives 28×28 pixels from 0 to 1.</param>
    public static void Draw(ulong seed, int image, Span<float> picture)
    {
        var dice = new Dice(seed, image);
        int digit = Label(image);
        Point[][] strokes = Glyphs.Strokes(digit, dice.Below(Glyphs.Count(digit)));
        Distortion distortion = Distortion.Random(ref dice);
        double thickness = dice.Between(1.1, 3.2);

        picture.Clear();
        Pen.Draw(picture, strokes, distortion, thickness);
        for (int gap = dice.Below(3); gap > 0; gap--)
        {
            Point[] stroke = strokes[dice.Below(strokes.Length)];
            Pen.Wipe(picture, distortion.Of(stroke[dice.Below(stroke.Length)]), dice.Between(0.5, 1.75));
        }

        double noise = dice.Between(0, 0.45);
        foreach (ref float pixel in picture)
        {
            pixel = Math.Clamp(pixel + (float)dice.Between(-noise, noise), 0, 1);
        }
    }
}
