using System;

namespace NetGen.Data;

/// <summary>Rows in memory.</summary>
internal sealed class IdxMemoryRows(IdxFile file) : IdxRows(file.Name, file.Shape)
{
    public override void Read(long element, Span<byte> bytes) => file.Elements.Span.Slice((int)element, bytes.Length).CopyTo(bytes);

    public override void Dispose()
    {
    }
}
