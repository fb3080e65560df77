namespace NetGen.Samples.Drawing;

/// <summary>A place: x to the right, y downwards.</summary>
internal readonly record struct Point(double X, double Y);
