using System;
using System.Buffers;
using System.Numerics;
using NetGen.Randomness;

namespace NetGen.Data;

/// <summary>
/// The image as if drawn on rubber (Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied
/// to visual document analysis", 2003): each pixel is taken from α·(Δy, Δx) beside its place, where Δy and Δx are uniform
/// in [−1, 1) for every pixel, then smoothed by a Gaussian of standard deviation σ. Its weights sum to 1 and are cut off at
/// 3σ; beyond the image lie zeros.
/// </summary>
/// <remarks>Far from the edges a displacement has a standard deviation of α / (2σ·√(3π)) pixels in each direction: 1.4 for α = 34 and σ = 4.</remarks>
public sealed class ElasticDistortion : ImageAugmentation
{
    private readonly float strength;
    private readonly float[] weights;

    /// <summary>Distorts images.</summary>
    /// <param name="strength">α, in pixels, above 0; 34 is the paper's for digits of 29×29.</param>
    /// <param name="deviation">σ, in pixels, from 0.5 to 100: how far neighbours move together; 4 is the paper's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public ElasticDistortion(double strength = 34, double deviation = 4)
    {
        if (strength is not (> 0 and <= 1e6))
        {
            throw Expect.OutOfRange(nameof(strength), strength, "expected a strength above 0, and at most 1000000.");
        }

        if (deviation is not (>= 0.5 and <= 100))
        {
            throw Expect.OutOfRange(nameof(deviation), deviation, "expected a deviation from 0.5 to 100 pixels.");
        }

        this.strength = (float)strength;
        weights = Gaussian(deviation);
    }

    /// <inheritdoc/>
    public override void Move(in ImagePlaces places, ulong seed)
    {
        float[] memory = ArrayPool<float>.Shared.Rent(2 * places.Y.Length);
        Displace(places.Y, places.Width, seed, 0, memory);
        Displace(places.X, places.Width, seed, 1, memory);
        ArrayPool<float>.Shared.Return(memory);
    }

    private void Displace(Span<float> places, int width, ulong seed, int stream, float[] memory)
    {
        Span<float> noise = memory.AsSpan(0, places.Length);
        Span<float> smooth = memory.AsSpan(places.Length, places.Length);
        for (int index = 0; index < noise.Length; index++)
        {
            noise[index] = (float)(2 * CounterRandom.Uniform(seed, stream, index) - 1);
        }

        int radius = weights.Length / 2;
        smooth.Clear();
        for (int offset = -radius; offset <= radius; offset++)
        {
            // Along the rows: every row by itself.
            int inside = width - Math.Abs(offset);
            for (int row = 0; inside > 0 && row < places.Length; row += width)
            {
                AddScaled(smooth.Slice(row + Math.Max(0, -offset), inside), noise.Slice(row + Math.Max(0, offset), inside), weights[offset + radius]);
            }
        }

        for (int offset = -radius; offset <= radius; offset++)
        {
            // Along the columns: all rows that have such a neighbour at once.
            int inside = places.Length - Math.Abs(offset) * width;
            if (inside > 0)
            {
                AddScaled(places.Slice(Math.Max(0, -offset) * width, inside), smooth.Slice(Math.Max(0, offset) * width, inside), strength * weights[offset + radius]);
            }
        }
    }

    private static float[] Gaussian(double deviation)
    {
        int radius = (int)Math.Ceiling(3 * deviation);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int index = 0; index < weights.Length; index++)
        {
            double distance = (index - radius) / deviation;
            sum += weights[index] = Math.Exp(-distance * distance / 2);
        }

        return Array.ConvertAll(weights, weight => (float)(weight / sum));
    }

    /// <summary>Element by element, so that the width of vectors changes no bit.</summary>
    private static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float factor)
    {
        int index = 0;
        for (; index <= to.Length - Vector<float>.Count; index += Vector<float>.Count)
        {
            (new Vector<float>(to[index..]) + new Vector<float>(from[index..]) * factor).CopyTo(to[index..]);
        }

        for (; index < to.Length; index++)
        {
            to[index] += from[index] * factor;
        }
    }
}
