using System;

namespace ILGPU;

/// <summary>What can be copied and cleared as bytes one after another.</summary>
public interface IContiguousArrayView
{
    internal Span<byte> Bytes { get; }
}
