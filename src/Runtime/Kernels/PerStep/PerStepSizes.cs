namespace NetGen.Kernels;

/// <summary>A dense layer of every step in numbers, and how its memory is laid out: the steps of all rows are the rows of one product.</summary>
/// <param name="steps">T, the steps of a sequence, at least 1.</param>
/// <param name="inputs">F, the numbers of a step, at least 1.</param>
/// <param name="units">The units, at least 1.</param>
public readonly struct PerStepSizes(int steps, int inputs, int units)
{
    internal int Steps => steps;

    internal int Inputs => inputs;

    internal int Units => units;

    internal int InputStride => Panels.Padded(inputs);

    internal int UnitStride => Panels.Padded(units);

    /// <summary>The numbers of memory that the layer needs for every row: its inputs, then its outputs, each step padded.</summary>
    public int Memory => steps * (InputStride + UnitStride);
}
