namespace NetGen.Samples.Drawing;

/// <summary>
/// An affine map from the box of a glyph to the pixels of an image: scale, then shear, then turn about the middle,
/// then shift.
/// </summary>
internal readonly record struct Distortion(double XX, double XY, double YX, double YY, Point Middle)
{
    private const double Height = 19;
    private const double Width = 15;

    /// <summary>A map as hands differ: size by a sixth, slant by a third, turned by 17°, off the middle by 3 pixels.</summary>
    public static Distortion Random(ref Dice dice)
    {
        double width = Width * dice.Between(0.8, 1.2);
        double height = Height * dice.Between(0.8, 1.15);
        double slant = dice.Between(-0.35, 0.35);
        (double sin, double cos) = Math.SinCos(dice.Between(-0.3, 0.3));
        var middle = new Point(14 + dice.Between(-3, 3), 14 + dice.Between(-3, 3));
        return new Distortion(cos * width, -(cos * slant + sin) * height, sin * width, (cos - sin * slant) * height, middle);
    }

    /// <summary>Where a place of the glyph comes to lie, in pixels.</summary>
    public Point Of(Point place)
    {
        double x = place.X - 0.5;
        double y = place.Y - 0.5;
        return new Point(Middle.X + XX * x + XY * y, Middle.Y + YX * x + YY * y);
    }
}
