using System;

namespace ILGPU;

/// <summary>What can be copied and cleared as bytes one after another.</summary>
public interface IContiguousArrayView
{
    internal Span<byte> Bytes { get; }
}

/// <summary>The same of elements of a type.</summary>
public interface IContiguousArrayView<T> : IContiguousArrayView
    where T : unmanaged;
