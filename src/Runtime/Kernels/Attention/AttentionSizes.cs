using System;

namespace NetGen.Kernels;

/// <summary>
/// Self-attention in numbers, and how its memory is laid out: for every example its steps projected to queries, keys
/// and values, what the heads make of them, and scratch of one head; where a backward pass follows, also its inputs, the
/// weights of all heads, and the gradient of the projections. The steps of all examples are the rows of one product.
/// </summary>
/// <param name="steps">T, at least 1.</param>
/// <param name="size">F, the numbers of a step, at least 1.</param>
/// <param name="heads">H, which divides F.</param>
/// <param name="bias">Whether there are biases.</param>
/// <param name="causal">Whether a step attends to itself and the steps before it only.</param>
/// <param name="training">Whether a backward pass follows.</param>
/// <param name="lengths">Whether every row has a length of its own.</param>
public readonly struct AttentionSizes(int steps, int size, int heads, bool bias, bool causal, bool training, bool lengths = false)
{
    /// <summary>The queries whose scores are computed together: as many keys as a panel is wide are masked together.</summary>
    internal const int Block = Panels.Width;

    internal int Steps => steps;

    internal int Size => size;

    internal int Heads => heads;

    internal bool Bias => bias;

    internal bool Causal => causal;

    internal bool Training => training;

    internal bool HasLengths => lengths;

    /// <summary>The numbers of a query of one head.</summary>
    internal int HeadSize => size / heads;

    /// <summary>Where the projection of the outputs starts in the parameters, behind that of the inputs.</summary>
    internal int OutputWeights => Panels.Length(3 * size, size);

    /// <summary>Where the first bias starts in them.</summary>
    internal int InputBias => OutputWeights + Panels.Length(size, size);

    /// <summary>Where the second bias starts in them.</summary>
    internal int OutputBias => InputBias + Panels.Padded(3 * size);

    /// <summary>Where the projection of the outputs starts in the transposed weights.</summary>
    internal int OutputTransposed => Panels.Length(size, 3 * size);

    /// <summary>From queries, keys and values of a step to those of the next, with room for a vector that begins anywhere in the last head.</summary>
    internal int ProjectedStride => Panels.Stride((2 * size) + HeadsStride);

    /// <summary>From one step to the next, with room for a vector that begins anywhere in the last head.</summary>
    internal int StepStride => Panels.Stride(HeadsStride);

    /// <summary>From the weights of a query to those of the next.</summary>
    internal int WeightStride => Panels.Stride(steps);

    internal int OutputStart => steps * ProjectedStride;

    internal int JoinedStart => OutputStart + (steps * StepStride);

    internal int KeysStart => JoinedStart + (steps * StepStride);

    internal int ValuesStart => KeysStart + Panels.Length(steps, HeadSize);

    internal int BlockStart => ValuesStart + Panels.Length(HeadSize, steps);

    /// <summary>The inputs lie where the outputs come to lie, unless the backward pass reads them.</summary>
    internal int InputStart => training ? BlockEnd : OutputStart;

    internal int GradientStart => InputStart + (steps * StepStride);

    internal int HeadGradientStart => GradientStart + (steps * ProjectedStride);

    internal int WeightsStart => HeadGradientStart + Panels.Length(HeadSize, steps);

    /// <summary>The numbers of a row's memory.</summary>
    public int Memory => LengthsStart + (lengths ? Panels.Padded(1) : 0);

    internal int LengthsStart => training ? WeightsStart + (heads * steps * WeightStride) : BlockEnd;

    private int BlockEnd => BlockStart + (Math.Min(steps, Block) * WeightStride);

    private int HeadsStride => size - HeadSize + Panels.Padded(HeadSize);
}
