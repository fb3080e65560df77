using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Data;
using NetGen.Randomness;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

[Trait("Mathematics", "H6")]
public sealed class AugmentationTests
{
    private const int Count = 40;
    private static readonly ImmutableArray<int> Shape = [2, 5, 7];
    private static readonly float[] Images = Rows.Random<float>(Count * 70, offset: 3);
    private static readonly Examples<float> Originals = new(Images, Enumerable.Range(0, Count).ToArray());
    private static readonly ImageAugmentation[] Everything = [new HorizontalFlip(), new RandomCrop(1), new Rotation(20), new ElasticDistortion(8, 2)];

    [Fact]
    public void AFlipExchangesLeftAndRightInHalfOfTheImages()
    {
        IExamples<float> flipped = Originals.Augmented(Shape, 1, new HorizontalFlip());
        int flips = 0;
        for (int epoch = 0; epoch < 25; epoch++)
        {
            float[] read = Read(flipped, epoch);
            for (int row = 0; row < Count; row++)
            {
                float[] original = Image(Images, row), image = Image(read, row);
                bool mirrored = !image.SequenceEqual(original);
                flips += mirrored ? 1 : 0;
                Assert.Equal(mirrored ? original.Chunk(7).SelectMany(line => line.Reverse()) : original, image);
            }
        }

        // Of 1000 fair coins, the half within five standard deviations, √250 each.
        Assert.InRange(flips, 500 - 79, 500 + 79);
    }

    [Fact]
    public void ChangesActOnTheImageInTheirOrder()
    {
        float[] read = Read(Originals.Augmented(Shape, 1, new ShiftToTheRight(), new Mirror()), epoch: 0);

        for (int row = 0; row < Count; row++)
        {
            Assert.Equal(Shifted(Image(Images, row), 0, -1).Chunk(7).SelectMany(line => line.Reverse()), Image(read, row));
        }
    }

    [Fact]
    public void ACropIsOneOfAllShiftsWithZerosBeyond()
    {
        IExamples<float> cropped = Originals.Augmented(Shape, 1, new RandomCrop(2));
        var shifts = new Dictionary<(int Down, int Right), int>();
        for (int epoch = 0; epoch < 25; epoch++)
        {
            float[] read = Read(cropped, epoch);
            for (int row = 0; row < Count; row++)
            {
                (int Down, int Right) shift = Assert.Single(
                    from down in Enumerable.Range(-2, 5)
                    from right in Enumerable.Range(-2, 5)
                    where Image(read, row).SequenceEqual(Shifted(Image(Images, row), down, right))
                    select (down, right));
                shifts[shift] = shifts.GetValueOrDefault(shift) + 1;
            }
        }

        // Each of 25 shifts 40 times of 1000, within five standard deviations, √(1000·0.04·0.96).
        Assert.Equal(25, shifts.Count);
        Assert.All(shifts.Values, times => Assert.InRange(times, 9, 71));
    }

    [Fact]
    public void ARotationTurnsPlacesAboutTheMiddleByAnglesUpToItsOwn()
    {
        List<double> angles = [];
        for (ulong seed = 0; seed < 1000; seed++)
        {
            (float[] y, float[] x) = Places(new Rotation(30), 9, 13, seed);

            // The middle stays, the place four to the right of it says the angle, and every other turns with it.
            Assert.Equal((4, 6), (y[(4 * 13) + 6], x[(4 * 13) + 6]));
            double angle = Math.Atan2(4 - y[(4 * 13) + 10], x[(4 * 13) + 10] - 6);
            angles.Add(angle * 180 / Math.PI);
            for (int index = 0; index < y.Length; index++)
            {
                (int down, int right) = ((index / 13) - 4, (index % 13) - 6);
                Assert.Equal(4 + (down * Math.Cos(angle)) - (right * Math.Sin(angle)), y[index], 1e-5);
                Assert.Equal(6 + (right * Math.Cos(angle)) + (down * Math.Sin(angle)), x[index], 1e-5);
            }
        }

        // Uniform in ±30: a mean of 0 and a variance of 300, within five standard errors.
        Assert.All(angles, angle => Assert.InRange(angle, -30.001, 30.001));
        Assert.Equal(0, angles.Average(), 5 * Math.Sqrt(300.0 / 1000));
        Assert.Equal(300, angles.Average(angle => angle * angle), 5 * Math.Sqrt(0.8 * 300 * 300 / 1000));
    }

    [Fact]
    public void AnElasticDistortionIsNoiseSmoothedByAGaussian()
    {
        const int Height = 11, Width = 6;
        (float[] y, float[] x) = Places(new ElasticDistortion(10, 1.5), Height, Width, seed: 3);
        double[] weights = [.. Enumerable.Range(-5, 11).Select(distance => Math.Exp(-distance * distance / (2 * 1.5 * 1.5)))];
        double sum = weights.Sum() * weights.Sum();
        for (int index = 0; index < y.Length; index++)
        {
            double down = 0, right = 0;
            for (int other = 0; other < y.Length; other++)
            {
                (int far, int wide) = ((other / Width) - (index / Width), (other % Width) - (index % Width));
                double weight = Math.Abs(far) > 5 || Math.Abs(wide) > 5 ? 0 : 10 * weights[far + 5] * weights[wide + 5] / sum;
                down += weight * ((2 * CounterRandom.Uniform(3, 0, other)) - 1);
                right += weight * ((2 * CounterRandom.Uniform(3, 1, other)) - 1);
            }

            Assert.Equal((index / Width) + down, y[index], 1e-5);
            Assert.Equal((index % Width) + right, x[index], 1e-5);
        }
    }

    [Fact]
    public void AnElasticDistortionMovesByPixelsAsItsFormulaSays()
    {
        // Neighbours move together, so the middles of many small fields are taken: 600 numbers, their variance within five standard errors.
        double[] moved = [.. Enumerable.Range(0, 300).SelectMany(seed =>
        {
            (float[] y, float[] x) = Places(new ElasticDistortion(), 29, 29, (ulong)seed);
            return new double[] { y[14 * 30] - 14, x[14 * 30] - 14 };
        })];
        double expected = 34 / (2 * 4 * Math.Sqrt(3 * Math.PI));
        Assert.Equal(1, moved.Average(value => value * value) / (expected * expected), 5 * Math.Sqrt(2.0 / moved.Length));
    }

    [Fact]
    public void PixelsBetweenPixelsAreInterpolated()
    {
        // Along a plane the interpolation is exact: what a place has is known, and zero beyond it.
        var memory = new float[60];
        ImagePlaces places = new(5, 6, memory.AsSpan(0, 30), memory.AsSpan(30));
        for (int index = 0; index < 30; index++)
        {
            (places.Y[index], places.X[index]) = ((index / 6) - 0.25f, (index % 6) + 0.5f);
        }

        var result = new double[30];
        Bilinear.Sample([.. Enumerable.Range(0, 30).Select(index => 10.0 + (2 * (index / 6)) + (4 * (index % 6)))], places, result);
        for (int index = 0; index < 30; index++)
        {
            (int y, int x) = (index / 6, index % 6);
            double inside = 10 + (2 * (y - 0.25)) + (4 * (x + 0.5));
            Assert.Equal((y, x) switch { (0, 5) => 30 * 0.75 * 0.5, (0, _) => (10 + (4 * (x + 0.5))) * 0.75, (_, 5) => (30 + (2 * (y - 0.25))) * 0.5, _ => inside }, result[index]);
        }

        places.Y.Fill(float.NaN);
        Bilinear.Sample(new double[30], places, result);
        Assert.Equal(new double[30], result);
    }

    [Fact]
    public void AnImageIsAFunctionOfSeedEpochAndRowAlone()
    {
        IExamples<float> augmented = Originals.Augmented(Shape, 5, [.. Everything]);
        float[] together = Read(augmented, epoch: 3);
        for (int row = Count - 1; row >= 0; row--)
        {
            float[] alone = new float[70];
            augmented.Read(3, [row], alone, [], new int[1]);
            Assert.Equal(Image(together, row), alone);
        }

        float[][] others = [Images, Read(augmented, 4), Read(Originals.Augmented(Shape, 6, [.. Everything]), 3), Read(Originals.Augmented(Shape, 5, [.. Everything[..3]]), 3)];
        Assert.All(others, other => Assert.All(Enumerable.Range(0, Count), row => Assert.NotEqual(Image(together, row), Image(other, row))));

        // The same image in another row is changed otherwise, and two of one kind do not draw the same.
        float[] twins = Read(new Examples<float>((float[])[.. Image(Images, 0), .. Image(Images, 0)], new int[2]).Augmented(Shape, 5, new Rotation(20)), 3, 2);
        Assert.NotEqual(Image(twins, 0), Image(twins, 1));
        Assert.Contains(Enumerable.Range(0, 20), epoch => !Read(Originals.Augmented(Shape, 5, new HorizontalFlip(), new HorizontalFlip()), epoch).SequenceEqual(Images));
    }

    [Fact]
    public void TargetsLabelsAndOrderStayAndWithoutAnEpochTheImagesToo()
    {
        IExamples<float> augmented = Originals.Augmented(Shape, 5, [.. Everything]);
        Assert.Equal((Count, 70, 0), (augmented.Count, augmented.InputSize, augmented.TargetSize));
        (float[] inputs, _, int[] labels) = Rows.All(augmented);
        Assert.Equal(Images, inputs);
        Assert.Equal(Enumerable.Range(0, Count), labels);

        int[] rows = [7, 3, 3, 39];
        int[] read = new int[4];
        augmented.Read(2, rows, new float[280], [], read);
        Assert.Equal(rows, read);

        float[] y = Rows.Random<float>(Count * 3, seed: 9);
        var targets = new float[12];
        new Examples<float>(Count, Images, y).Augmented(Shape, 5, [.. Everything]).Read(2, rows, new float[280], targets, []);
        Assert.Equal(rows.SelectMany(row => y[(3 * row)..(3 * row + 3)]), targets);
    }

    [Fact]
    public void ExamplesMadeFromAugmentedOnesPassTheEpochOn()
    {
        IExamples<float> augmented = Originals.Augmented(Shape, 5, [.. Everything]);
        float[] read = Read(augmented, 3);
        Assert.Equal(Image(read, 11), Image(Read(augmented.Select([4, 11]), 3, 2), 1));
        Assert.Equal(Image(Images, 11), Image(Rows.All(augmented.Select([4, 11])).Inputs, 1));

        var scale = Standardization.Fit(Originals);
        float[] scaled = [.. read];
        scale.Apply<float>(scaled);
        Assert.Equal(scaled, Read(augmented.Standardized(scale), 3));
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        IExamples<float> augmented = Originals.Augmented(Shape, 5, [.. Everything]).Select([.. Enumerable.Range(0, Count)]);
        int[] rows = [.. Enumerable.Range(0, Count)], labels = new int[Count];
        var inputs = new float[Images.Length];
        int epoch = 0;
        Assert.Equal(0, Allocated.Bytes(() => augmented.Read(epoch++, rows, inputs, [], labels)));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Refused<ArgumentException>("Images of [5, 7]; expected [channels, height, width] of 70 elements in all", () => Originals.Augmented([5, 7], 1, new HorizontalFlip()));
        Refused<ArgumentException>("Images of [3, 5, 7]; expected", () => Originals.Augmented([3, 5, 7], 1, new HorizontalFlip()));
        Refused<ArgumentException>("The sizes [65536, 65536, 1] have a product that no memory holds; expected at most 2147483647 elements.", () => Originals.Augmented([65536, 65536, 1], 1, new HorizontalFlip()));
        Refused<ArgumentException>("Expected one augmentation or more", () => Originals.Augmented(Shape, 1));
        Refused<ArgumentException>("Expected one augmentation or more", () => Originals.Augmented(Shape, 1, default(ImmutableArray<ImageAugmentation>)));
        Refused<ArgumentOutOfRangeException>("padding is 0; expected 1 or more.", () => new RandomCrop(0));
        Refused<ArgumentOutOfRangeException>("degrees is 0; expected an angle above 0 and to 180 degrees.", () => new Rotation(0));
        Refused<ArgumentOutOfRangeException>("degrees is NaN;", () => new Rotation(double.NaN));
        Refused<ArgumentOutOfRangeException>("strength is -1;", () => new ElasticDistortion(-1));
        Refused<ArgumentOutOfRangeException>("deviation is 0.1; expected a deviation from 0.5 to 100 pixels.", () => new ElasticDistortion(1, 0.1));
        Refused<ArgumentException>("x has 5 numbers; expected 6: 2 for each of 3 rows.", () => _ = new ImagePlaces(3, 2, new float[6], new float[5]).Width);
    }

    private static void Refused<TException>(string message, Action action)
        where TException : Exception => Assert.StartsWith(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);

    private static float[] Read(IExamples<float> examples, int epoch, int rows = Count)
    {
        var inputs = new float[rows * 70];
        examples.Read(epoch, [.. Enumerable.Range(0, rows)], inputs, [], new int[rows]);
        return inputs;
    }

    private static float[] Image(float[] images, int row) => images[(70 * row)..(70 * (row + 1))];

    private static (float[] Y, float[] X) Places(ImageAugmentation augmentation, int height, int width, ulong seed)
    {
        float[] y = [.. Enumerable.Range(0, height * width).Select(index => (float)(index / width))];
        float[] x = [.. Enumerable.Range(0, height * width).Select(index => (float)(index % width))];
        augmentation.Move(new ImagePlaces(height, width, y, x), seed);
        return (y, x);
    }

    private static float[] Shifted(float[] image, int down, int right) =>
    [
        .. from channel in Enumerable.Range(0, 2) from y in Enumerable.Range(down, 5) from x in Enumerable.Range(right, 7)
           select y is >= 0 and < 5 && x is >= 0 and < 7 ? image[(channel * 35) + (y * 7) + x] : 0,
    ];

    private sealed class ShiftToTheRight : ImageAugmentation
    {
        public override void Move(in ImagePlaces places, ulong seed)
        {
            foreach (ref float x in places.X)
            {
                x -= 1;
            }
        }
    }

    private sealed class Mirror : ImageAugmentation
    {
        public override void Move(in ImagePlaces places, ulong seed)
        {
            foreach (ref float x in places.X)
            {
                x = places.Width - 1 - x;
            }
        }
    }
}
