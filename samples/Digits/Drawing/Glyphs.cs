namespace NetGen.Samples.Drawing;

/// <summary>
/// How people write the ten digits: a few ways each, as strokes in a box that is one wide and one high, y downwards.
/// </summary>
internal static class Glyphs
{
    private static readonly Point[][][][] Ways =
    [
        [ // 0: round, narrow, open at the top
            [Arc(0.5, 0.5, 0.38, 0.5, 0, 360)],
            [Arc(0.5, 0.5, 0.27, 0.5, 0, 360)],
            [Arc(0.5, 0.5, 0.35, 0.5, -60, 260)],
        ],
        [ // 1: a bar, with a flag, with flag and foot
            [Line((0.5, 0), (0.5, 1))],
            [Line((0.28, 0.25), (0.55, 0), (0.55, 1))],
            [Line((0.3, 0.22), (0.52, 0), (0.52, 1)), Line((0.25, 1), (0.8, 1))],
        ],
        [ // 2: round, with a loop at the foot, angular
            [[.. Arc(0.5, 0.28, 0.36, 0.28, 190, 385), .. Line((0.12, 1), (0.88, 1))]],
            [[.. Arc(0.48, 0.28, 0.34, 0.28, 200, 400), .. Arc(0.3, 0.87, 0.16, 0.13, 20, 320), .. Line((0.9, 0.98))]],
            [Line((0.15, 0.03), (0.82, 0.03), (0.12, 1), (0.88, 1))],
        ],
        [ // 3: round, with a flat head
            [[.. Arc(0.46, 0.25, 0.33, 0.25, 200, 450), .. Arc(0.46, 0.75, 0.38, 0.25, 270, 520)]],
            [[.. Line((0.15, 0), (0.8, 0), (0.42, 0.4)), .. Arc(0.42, 0.7, 0.4, 0.3, 275, 510)]],
        ],
        [ // 4: open, closed, with a bent arm
            [Line((0.25, 0), (0.12, 0.6), (0.88, 0.6)), Line((0.68, 0.1), (0.68, 1))],
            [Line((0.65, 1), (0.65, 0), (0.1, 0.68), (0.9, 0.68))],
            [[.. Arc(0.45, 0.1, 0.33, 0.48, 180, 90), .. Line((0.75, 0.55))], Line((0.78, 0), (0.7, 1))],
        ],
        [ // 5: with a roof, in one stroke
            [[.. Line((0.2, 0), (0.18, 0.42)), .. Arc(0.45, 0.68, 0.4, 0.32, 235, 510)], Line((0.2, 0), (0.82, 0))],
            [[.. Line((0.85, 0.02), (0.35, 0.02), (0.25, 0.45)), .. Arc(0.47, 0.7, 0.35, 0.3, 240, 500)]],
        ],
        [ // 6: with a curved stem, with a straight one
            [[.. Arc(0.75, 0.6, 0.6, 0.6, 280, 180), .. Arc(0.5, 0.7, 0.35, 0.3, 180, -180)]],
            [[.. Line((0.62, 0), (0.22, 0.55)), .. Arc(0.5, 0.72, 0.33, 0.28, 210, -150)]],
        ],
        [ // 7: plain, crossed, with a curved stem
            [Line((0.12, 0), (0.85, 0), (0.4, 1))],
            [Line((0.12, 0), (0.85, 0), (0.42, 1)), Line((0.32, 0.5), (0.82, 0.5))],
            [[.. Line((0.12, 0.12), (0.15, 0), (0.85, 0)), .. Arc(0.95, 0.98, 0.5, 0.85, 250, 180)]],
        ],
        [ // 8: two rings, one crossing stroke
            [Arc(0.5, 0.24, 0.28, 0.24, 0, 360), Arc(0.5, 0.74, 0.36, 0.26, 0, 360)],
            [Line((0.78, 0.12), (0.5, 0), (0.25, 0.2), (0.5, 0.45), (0.8, 0.75), (0.52, 1), (0.2, 0.78), (0.48, 0.48), (0.78, 0.12))],
        ],
        [ // 9: with a straight stem, with a curved one
            [Arc(0.48, 0.28, 0.33, 0.28, 0, 360), Line((0.81, 0.25), (0.72, 1))],
            [[.. Arc(0.5, 0.3, 0.35, 0.3, 0, -360), .. Arc(0.25, 0.4, 0.6, 0.6, 0, 95)]],
        ],
    ];

    /// <summary>The number of ways to write a digit.</summary>
    public static int Count(int digit) => Ways[digit].Length;

    /// <summary>The strokes of one way to write a digit: each a chain of points.</summary>
    public static Point[][] Strokes(int digit, int way) => Ways[digit][way];

    private static Point[] Line(params (double X, double Y)[] points) => [.. points.Select(point => new Point(point.X, point.Y))];

    /// <summary>Part of an ellipse between two angles in degrees, clockwise from the right.</summary>
    private static Point[] Arc(double centreX, double centreY, double radiusX, double radiusY, double start, double end)
    {
        int pieces = (int)Math.Ceiling(Math.Abs(end - start) / 15);
        return
        [
            .. from piece in Enumerable.Range(0, pieces + 1)
               let angle = (start + (end - start) * piece / pieces) * Math.PI / 180
               select new Point(centreX + radiusX * Math.Cos(angle), centreY + radiusY * Math.Sin(angle)),
        ];
    }
}
