namespace NetGen.Samples.Drawing;

/// <summary>Draws strokes into a picture of 28×28 pixels, each from 0 (paper) to 1 (ink), smooth at the edges.</summary>
internal static class Pen
{
    public const int Side = 28;

    /// <summary>Draws strokes where a distortion puts them.</summary>
    public static void Draw(Span<float> picture, Point[][] strokes, in Distortion distortion, double thickness)
    {
        foreach (Point[] stroke in strokes)
        {
            for (int point = 1; point < stroke.Length; point++)
            {
                Line(picture, distortion.Of(stroke[point - 1]), distortion.Of(stroke[point]), thickness);
            }
        }
    }

    /// <summary>Draws a line with round ends: the ink of a pixel falls from 1 to 0 over one pixel at the edge.</summary>
    public static void Line(Span<float> picture, Point from, Point to, double thickness)
    {
        double reach = (thickness + 1) / 2;
        (int left, int right) = Pixels(from.X, to.X, reach);
        (int top, int bottom) = Pixels(from.Y, to.Y, reach);
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                float ink = (float)Math.Clamp(reach - Distance(new Point(x + 0.5, y + 0.5), from, to), 0, 1);
                ref float pixel = ref picture[y * Side + x];
                pixel = Math.Max(pixel, ink);
            }
        }
    }

    /// <summary>Wipes a disc clean.</summary>
    public static void Wipe(Span<float> picture, Point middle, double radius)
    {
        (int left, int right) = Pixels(middle.X, middle.X, radius + 0.5);
        (int top, int bottom) = Pixels(middle.Y, middle.Y, radius + 0.5);
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                picture[y * Side + x] *= (float)Math.Clamp(Distance(new Point(x + 0.5, y + 0.5), middle, middle) - radius + 0.5, 0, 1);
            }
        }
    }

    private static (int First, int Last) Pixels(double one, double other, double reach) =>
        (Math.Max(0, (int)Math.Floor(Math.Min(one, other) - reach)), Math.Min(Side - 1, (int)Math.Floor(Math.Max(one, other) + reach)));

    /// <summary>The distance of a place from a line between two points.</summary>
    private static double Distance(Point place, Point from, Point to)
    {
        (double x, double y) = (to.X - from.X, to.Y - from.Y);
        double length = x * x + y * y;
        double share = length == 0 ? 0 : Math.Clamp(((place.X - from.X) * x + (place.Y - from.Y) * y) / length, 0, 1);
        return double.Hypot(place.X - from.X - share * x, place.Y - from.Y - share * y);
    }
}
