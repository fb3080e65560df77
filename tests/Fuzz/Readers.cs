using NetGen.Fuzz.Idx;
using NetGen.Fuzz.Tensors;

namespace NetGen.Fuzz;

/// <summary>Every reader that can be fuzzed.</summary>
internal static class Readers
{
    public static IReadOnlyList<IReader> All { get; } = [new TensorReader(), new NetworkReader(), new IdxReader()];

    public static IReader Named(string name) => All.Single(reader => reader.Name == name);
}
