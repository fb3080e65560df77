namespace NetGen.Fuzz.Tensors;

/// <summary>Right safetensors files of any tensors.</summary>
internal static class TensorMaker
{
    /// <summary>Makes a file; it is surely read where every type can be, and every number fits a float.</summary>
    public static (TensorDraft Draft, bool IsReadable) Make(Draws draws)
    {
        var entries = new List<Entry>();
        int end = 0;
        bool isReadable = true;
        for (int index = draws.Below(5); index > 0; index--)
        {
            (string type, int size) = draws.Of(("F32", 4), ("F16", 2), ("BF16", 2), ("F32", 4), ("F64", 8), ("I64", 8), ("U8", 1), ("BOOL", 1), ("C64", 8), ("F8_E4M3", 1));
            isReadable &= type is "F32" or "F16" or "BF16";
            int[] shape = [.. Enumerable.Range(0, draws.Below(4)).Select(_ => draws.Of(0, 1, 1, 2, 3, 5))];
            int begin = end;
            end += size * shape.Aggregate(1, (elements, axis) => elements * axis);
            entries.Add(new(
                $"\"{draws.Of("w", "0.weight", "ä", "\\u0041\\n", "layer.")}{index}\"",
                ("\"dtype\"", $"\"{type}\""), ("\"shape\"", $"[{string.Join(',', shape)}]"), ("\"data_offsets\"", $"[{begin},{end}]")));
        }

        if (draws.Chance(0.5))
        {
            entries.Insert(draws.Below(entries.Count + 1), new(TensorDraft.Metadata, ("\"format\"", "\"pt\""), ("\"note\"", "\"\\ud83d\\ude00\"")));
        }

        return (new(entries, draws.Bytes(end)), isReadable);
    }
}
