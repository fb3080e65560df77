using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Samples.Drawing;
using Xunit;

namespace NetGen.Samples.Tests;

public sealed class DrawingTests
{
    private const int Pixels = Pen.Side * Pen.Side;

    [Fact]
    public void An_image_is_a_function_of_seed_and_number_whichever_are_drawn_with_it()
    {
        float[] together = new float[50 * Pixels];
        int[] labels = new int[50];
        DrawnDigits.Draw(seed: 7, first: 100, count: 50).Read([.. Enumerable.Range(0, 50)], together, [], labels);

        for (int row = 49; row >= 0; row--)
        {
            Assert.Equal(Draw(seed: 7, 100 + row), together[(row * Pixels)..((row + 1) * Pixels)]);
            Assert.Equal(row % 10, labels[row]);
        }
    }

    [Fact]
    public void Another_seed_and_another_number_give_another_image()
    {
        IEnumerable<string> images = from seed in new ulong[] { 0, 1, 2, ulong.MaxValue } from image in Enumerable.Range(0, 200) select string.Join(' ', Draw(seed, image));

        Assert.Equal(800, images.Distinct().Count());
    }

    [Fact]
    public void A_pixel_is_from_0_to_1_and_every_image_has_ink()
    {
        for (int image = 0; image < 1000; image++)
        {
            float[] picture = Draw(seed: 3, image);
            Assert.All(picture, pixel => Assert.InRange(pixel, 0, 1));
            Assert.InRange(picture.Count(pixel => pixel > 0.5f), 10, Pixels / 2);
        }
    }

    [Fact]
    public void Every_way_to_write_a_digit_is_nearer_to_itself_moved_by_half_a_pixel_than_to_any_other_digit()
    {
        (int Digit, int Way)[] all = [.. from digit in Enumerable.Range(0, 10) from way in Enumerable.Range(0, Glyphs.Count(digit)) select (digit, way)];
        Assert.All(Enumerable.Range(0, 10), digit => Assert.InRange(Glyphs.Count(digit), 2, 10));

        foreach ((int digit, int way) in all)
        {
            float[] picture = Plain(digit, way, 14);
            double moved = Distance(picture, Plain(digit, way, 14.5));
            Assert.All(all.Where(other => other.Digit != digit), other => Assert.True(
                Distance(picture, Plain(other.Digit, other.Way, 14)) > moved, $"{digit} ({way}) looks like {other.Digit} ({other.Way})"));
        }
    }

    [Fact]
    public void A_glyph_stays_in_its_box()
    {
        for (int digit = 0; digit < 10; digit++)
        {
            for (int way = 0; way < Glyphs.Count(digit); way++)
            {
                Assert.All(Glyphs.Strokes(digit, way).SelectMany(stroke => stroke), point =>
                {
                    Assert.InRange(point.X, -0.05, 1.05);
                    Assert.InRange(point.Y, -0.05, 1.05);
                });
            }
        }
    }

    [Theory]
    [InlineData(4, 14, 24, 14)]
    [InlineData(14.3, 5, 14.3, 22)]
    [InlineData(6, 7, 20, 19)]
    public void The_ink_of_a_line_is_its_area(double x1, double y1, double x2, double y2)
    {
        const double Thickness = 3;
        float[] picture = new float[Pixels];
        Pen.Line(picture, new Point(x1, y1), new Point(x2, y2), Thickness);

        double length = double.Hypot(x2 - x1, y2 - y1);
        double area = length * Thickness + Math.PI * Thickness * Thickness / 4; // a rectangle and two half discs
        Assert.InRange(picture.Sum(), 0.97 * area, 1.03 * area);
    }

    [Fact]
    public void What_is_wiped_is_paper_and_the_rest_stays()
    {
        float[] picture = new float[Pixels];
        Array.Fill(picture, 1);
        Pen.Wipe(picture, new Point(10.5, 12.5), radius: 2);

        Assert.Equal(0, picture[12 * Pen.Side + 10]);
        Assert.Equal(0, picture[12 * Pen.Side + 11]);
        Assert.Equal(1, picture[12 * Pen.Side + 14]);
        Assert.InRange(Pixels - picture.Sum(), 0.9 * Math.PI * 4, 1.1 * Math.PI * 4);
    }

    [Fact]
    public void A_distortion_keeps_the_middle_and_the_area_that_its_scale_gives()
    {
        for (int image = 0; image < 100; image++)
        {
            var dice = new Dice(seed: 5, image);
            var distortion = Distortion.Random(ref dice);

            Assert.Equal(distortion.Middle, distortion.Of(new Point(0.5, 0.5)));
            Assert.InRange(distortion.Middle.X, 11, 17);
            Assert.InRange(distortion.Middle.Y, 11, 17);

            // Neither turning nor shearing changes an area: 15 × 19 pixels times both scales.
            double area = distortion.XX * distortion.YY - distortion.XY * distortion.YX;
            Assert.InRange(area, 15 * 0.8 * 19 * 0.8, 15 * 1.2 * 19 * 1.15);
        }
    }

    private static float[] Draw(ulong seed, int image)
    {
        float[] picture = new float[Pixels];
        DrawnDigit.Draw(seed, image, picture);
        return picture;
    }

    private static float[] Plain(int digit, int way, double middle)
    {
        float[] picture = new float[Pixels];
        Pen.Draw(picture, Glyphs.Strokes(digit, way), new Distortion(15, 0, 0, 19, new Point(middle, 14)), thickness: 2);
        return picture;
    }

    private static double Distance(float[] one, float[] other) => Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}
