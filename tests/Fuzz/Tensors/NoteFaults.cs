using System.Text.Json;

namespace NetGen.Fuzz.Tensors;

/// <summary>What can go wrong with what a file says of its network.</summary>
internal static class NoteFaults
{
    public static void Apply(TensorDraft draft, Draws draws)
    {
        Entry? notes = draft.Entries.Find(entry => entry.Name == TensorDraft.Metadata);
        if (notes is null)
        {
            return;
        }

        string key = $"\"netgen.{draws.Of("version", "network", "fingerprint", "classes", "inputs.mean", "inputs.deviation", "targets.mean", "targets.deviation")}\"";
        int place = notes.Fields.FindIndex(field => field.Key == key);
        string value = Text(draws);
        if (place < 0)
        {
            notes.Fields.Add((key, value));
        }
        else if (draws.Chance(0.2))
        {
            notes.Fields.RemoveAt(place);
        }
        else
        {
            notes.Fields[place] = (key, value);
        }
    }

    // A note holds JSON as text, so it is quoted once more.
    private static string Text(Draws draws) => JsonSerializer.Serialize(draws.Below(4) switch
    {
        0 => draws.Of("", "[", "]", "[]", "{}", "2", "1", "0", "null", "[null]", "[1", "[1,]", "[[1]]", "[1] 2", "[\"a\",\"a\"]", "[\"\\ud800\",\"b\"]", "[\"a\",1]"),
        1 => $"[{Nasty.Number(draws)},{Nasty.Number(draws)},{Nasty.Number(draws)}]",
        2 => $"[{Nasty.Value(draws)},{Nasty.Value(draws)}]",
        _ => draws.Of("input 3\ndense 4 with bias of 0\n", "\n\n\n", "input 3", new string('\n', 5000), string.Concat(Enumerable.Repeat("dense\n", 300))),
    });
}
