namespace NetGen.Fuzz.Tensors;

/// <summary>What can go wrong with a header whose text is still well put together, mostly.</summary>
internal static class HeaderFaults
{
    private static readonly Action<TensorDraft, Draws>[] All =
    [
        NameTwice, FieldTwice, WrongName, WrongEntry, WrongField, WrongKey, NoField, ExtraField, WrongSize, MoreAxes, ManyAxes, ShiftedOffsets,
        SwappedOffsets, WrongOffset, HugeTensor, UnknownType, NoEntry, MovedEntry, HugeMetadata, ManyEntries,
    ];

    // Faults that make much text, and much work, are rarer.
    private const int Small = 18;

    public static void Apply(TensorDraft draft, Draws draws) =>
        All[draws.Chance(0.99) ? draws.Below(Small) : draws.Between(Small, All.Length - 1)](draft, draws);

    private static Entry? Some(TensorDraft draft, Draws draws) => draft.Entries.Count == 0 ? null : draft.Entries[draws.Below(draft.Entries.Count)];

    private static void NameTwice(TensorDraft draft, Draws draws)
    {
        if (Some(draft, draws) is { } entry)
        {
            draft.Entries.Insert(draws.Below(draft.Entries.Count + 1), entry.Copy());
        }
    }

    private static void FieldTwice(TensorDraft draft, Draws draws)
    {
        if (Some(draft, draws) is { Fields.Count: > 0 } entry)
        {
            entry.Fields.Add(entry.Fields[draws.Below(entry.Fields.Count)]);
        }
    }

    private static void WrongName(TensorDraft draft, Draws draws)
    {
        if (Some(draft, draws) is { } entry)
        {
            entry.Name = draws.Chance(0.8) ? Nasty.Text(draws) : Nasty.Value(draws);
        }
    }

    private static void WrongEntry(TensorDraft draft, Draws draws)
    {
        if (Some(draft, draws) is { } entry)
        {
            entry.Instead = Nasty.Value(draws);
        }
    }

    private static void WrongField(TensorDraft draft, Draws draws) => Change(draft, draws, (field, key) => true, _ => Nasty.Value(draws));

    private static void WrongKey(TensorDraft draft, Draws draws)
    {
        if (Some(draft, draws) is { Fields.Count: > 0 } entry)
        {
            int index = draws.Below(entry.Fields.Count);
            entry.Fields[index] = (Nasty.Text(draws), entry.Fields[index].Value);
        }
    }

    private static void NoField(TensorDraft draft, Draws draws)
    {
        if (Some(draft, draws) is { Fields.Count: > 0 } entry)
        {
            entry.Fields.RemoveAt(draws.Below(entry.Fields.Count));
        }
    }

    private static void ExtraField(TensorDraft draft, Draws draws) =>
        Some(draft, draws)?.Fields.Add((draws.Of("\"note\"", "\"\"", "\"Shape\"", "\"strides\""), Nasty.Value(draws)));

    private static void WrongSize(TensorDraft draft, Draws draws) => ChangeNumber(draft, draws, "\"shape\"");

    private static void WrongOffset(TensorDraft draft, Draws draws) => ChangeNumber(draft, draws, "\"data_offsets\"");

    private static void MoreAxes(TensorDraft draft, Draws draws) =>
        Change(draft, draws, IsKey("\"shape\""), shape => Joined([.. Numbers(shape), draws.Chance(0.5) ? "1" : Nasty.Number(draws)]));

    private static void ManyAxes(TensorDraft draft, Draws draws) =>
        Change(draft, draws, IsKey("\"shape\""), shape => Joined([.. Numbers(shape), .. Enumerable.Repeat(draws.Of("0", "1", "2", "2147483647"), draws.Of(3, 64, 200))]));

    private static void ShiftedOffsets(TensorDraft draft, Draws draws)
    {
        int shift = draws.Of(-8, -4, -1, 1, 4, 1 << 30);
        Change(draft, draws, IsKey("\"data_offsets\""), offsets => Joined(Numbers(offsets).Select(number => long.TryParse(number, out long value) ? $"{value + shift}" : number)));
    }

    private static void SwappedOffsets(TensorDraft draft, Draws draws) =>
        Change(draft, draws, IsKey("\"data_offsets\""), offsets => Joined(Numbers(offsets).Reverse()));

    /// <summary>Consistent, and far larger than the file.</summary>
    private static void HugeTensor(TensorDraft draft, Draws draws)
    {
        long size = draws.Of(1 << 20, 1 << 29, int.MaxValue / 4, int.MaxValue);
        draft.Entries.Add(new($"\"huge\"", ("\"dtype\"", "\"F32\""), ("\"shape\"", $"[{size}]"), ("\"data_offsets\"", $"[{draft.Data.Length},{draft.Data.Length + 4 * size}]")));
    }

    private static void UnknownType(TensorDraft draft, Draws draws) => Change(draft, draws, IsKey("\"dtype\""), _ => Nasty.Text(draws));

    private static void NoEntry(TensorDraft draft, Draws draws)
    {
        if (draft.Entries.Count > 0)
        {
            draft.Entries.RemoveAt(draws.Below(draft.Entries.Count));
        }
    }

    private static void MovedEntry(TensorDraft draft, Draws draws)
    {
        if (Some(draft, draws) is { } entry)
        {
            draft.Entries.Remove(entry);
            draft.Entries.Insert(draws.Below(draft.Entries.Count + 1), entry);
        }
    }

    private static void HugeMetadata(TensorDraft draft, Draws draws)
    {
        int length = draws.Of(10_000, 100_000, 1_000_000);
        draft.Entries.Add(draws.Chance(0.5)
            ? new(TensorDraft.Metadata, ("\"long\"", $"\"{new string('x', length)}\""))
            : new(TensorDraft.Metadata, Enumerable.Range(0, length / 20).Select(index => ($"\"key{index}\"", "\"\""))));
    }

    private static void ManyEntries(TensorDraft draft, Draws draws) =>
        draft.Entries.AddRange(Enumerable.Range(0, draws.Of(10, 500, 5000)).Select(index =>
            new Entry($"\"t{index}\"", ("\"dtype\"", "\"F32\""), ("\"shape\"", "[0]"), ("\"data_offsets\"", $"[{draft.Data.Length},{draft.Data.Length}]"))));

    private static void ChangeNumber(TensorDraft draft, Draws draws, string key) => Change(draft, draws, IsKey(key), text =>
    {
        string[] numbers = Numbers(text);
        if (numbers.Length > 0)
        {
            numbers[draws.Below(numbers.Length)] = Nasty.Number(draws);
        }

        return Joined(numbers);
    });

    private static Func<Entry, string, bool> IsKey(string wanted) => (_, key) => key == wanted;

    private static void Change(TensorDraft draft, Draws draws, Func<Entry, string, bool> isMeant, Func<string, string> change)
    {
        if (Some(draft, draws) is { } entry)
        {
            int[] meant = [.. Enumerable.Range(0, entry.Fields.Count).Where(index => isMeant(entry, entry.Fields[index].Key))];
            if (meant.Length > 0)
            {
                int index = meant[draws.Below(meant.Length)];
                entry.Fields[index] = (entry.Fields[index].Key, change(entry.Fields[index].Value));
            }
        }
    }

    private static string[] Numbers(string array) => array.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string Joined(IEnumerable<string> numbers) => $"[{string.Join(',', numbers)}]";
}
