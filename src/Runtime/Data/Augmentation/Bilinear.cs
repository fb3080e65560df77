using System;
using System.Numerics;

namespace NetGen.Data;

/// <summary>Reads an image between its pixels.</summary>
internal static class Bilinear
{
    /// <summary>Takes each pixel of a result from its place: the four pixels around it, weighted by their nearness.</summary>
    /// <param name="image">[height, width]; beyond it there are zeros.</param>
    /// <param name="places">The places.</param>
    /// <param name="result">Receives [height, width].</param>
    public static void Sample<T>(ReadOnlySpan<T> image, in ImagePlaces places, Span<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int height, int width) = (places.Height, places.Width);
        for (int index = 0; index < result.Length; index++)
        {
            (float y, float x) = (places.Y[index], places.X[index]);
            if (!(y > -1 && y < height && x > -1 && x < width))
            {
                result[index] = T.Zero;
                continue;
            }

            (int top, int left) = ((int)MathF.Floor(y), (int)MathF.Floor(x));
            (T down, T right) = (T.CreateTruncating(y - top), T.CreateTruncating(x - left));
            T above = (T.One - right) * Pixel(image, top, left) + right * Pixel(image, top, left + 1);
            T below = (T.One - right) * Pixel(image, top + 1, left) + right * Pixel(image, top + 1, left + 1);
            result[index] = (T.One - down) * above + down * below;
        }

        T Pixel(ReadOnlySpan<T> image, int y, int x) => (uint)y < (uint)height && (uint)x < (uint)width ? image[y * width + x] : T.Zero;
    }
}
