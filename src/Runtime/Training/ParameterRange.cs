using System;

namespace NetGen.Training;

/// <summary>A range of the flat buffer in a step.</summary>
internal readonly ref struct ParameterRange<T>(int offset, Span<T> parameters, ReadOnlySpan<T> gradient)
    where T : unmanaged
{
    /// <summary>Where the range starts.</summary>
    public int Offset { get; } = offset;

    /// <summary>θ.</summary>
    public Span<T> Parameters { get; } = parameters;

    /// <summary>g.</summary>
    public ReadOnlySpan<T> Gradient { get; } = gradient;
}
