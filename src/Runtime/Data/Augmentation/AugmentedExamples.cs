using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using NetGen.Randomness;

namespace NetGen.Data;

/// <summary>Images that are others in every epoch, as a function of seed, epoch and row alone; targets and labels stay.</summary>
internal sealed class AugmentedExamples<T> : IExamples<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Other numbers than dropout masks have, which are drawn from the seed of a network and a step.
    private const ulong Salt = 0x9FB21C651E98DF25;

    private readonly IExamples<T> examples;
    private readonly ImmutableArray<int> shape;
    private readonly ulong seed;
    private readonly ImmutableArray<ImageAugmentation> augmentations;

    public AugmentedExamples(IExamples<T> examples, ImmutableArray<int> shape, ulong seed, ImmutableArray<ImageAugmentation> augmentations)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (shape.IsDefault || shape.Length != 3 || shape.Any(size => size < 1) || NetworkDescription.Elements(shape) != examples.InputSize)
        {
            throw new ArgumentException(
                $"Images of {ShapeText.Of(shape.IsDefault ? [] : shape)}; expected [channels, height, width] of {ShapeText.List([examples.InputSize])} elements in all, which a row of the examples has.", nameof(shape));
        }

        if (augmentations.IsDefaultOrEmpty || augmentations.Contains(null!))
        {
            throw new ArgumentException("Expected one augmentation or more, none of them null.", nameof(augmentations));
        }

        this.examples = examples;
        this.shape = shape;
        this.seed = seed;
        this.augmentations = augmentations;
    }

    public int Count => examples.Count;

    public int InputSize => examples.InputSize;

    public int TargetSize => examples.TargetSize;

    public int Origin(int row) => examples.Origin(row);

    public bool HasWeights => examples.HasWeights;

    public void ReadWeights(ReadOnlySpan<int> rows, Span<T> weights) => examples.ReadWeights(rows, weights);

    public void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels) => examples.Read(rows, inputs, targets, labels);

    public void Read(int epoch, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
    {
        examples.Read(epoch, rows, inputs, targets, labels);
        int pixels = shape[1] * shape[2];
        T[] original = ArrayPool<T>.Shared.Rent(InputSize);
        float[] memory = ArrayPool<float>.Shared.Rent(2 * pixels);
        var places = new ImagePlaces(shape[1], shape[2], memory.AsSpan(0, pixels), memory.AsSpan(pixels, pixels));
        ulong ofEpoch = SplitMix.Key(seed ^ Salt, (uint)epoch);
        for (int index = 0; index < rows.Length; index++)
        {
            ulong ofRow = SplitMix.Key(ofEpoch, (uint)rows[index]);
            places.Clear();
            // A place of the result is led back through the last change first.
            for (int which = augmentations.Length - 1; which >= 0; which--)
            {
                augmentations[which].Move(places, SplitMix.Key(ofRow, (uint)which));
            }

            Span<T> image = inputs.Slice(index * InputSize, InputSize);
            image.CopyTo(original);
            for (int channel = 0; channel < shape[0]; channel++)
            {
                Bilinear.Sample(original.AsSpan(channel * pixels, pixels), places, image.Slice(channel * pixels, pixels));
            }
        }

        ArrayPool<T>.Shared.Return(original);
        ArrayPool<float>.Shared.Return(memory);
    }
}
