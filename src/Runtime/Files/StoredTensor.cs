namespace NetGen.Files;

/// <summary>A tensor and its bytes [Begin, End) in the data of its file.</summary>
internal sealed record StoredTensor(TensorEntry Entry, long Begin, long End)
{
    public long Bytes => End - Begin;
}
