using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Files;

/// <summary>Whether the tensors of a file are those of a network; every mismatch is a line with what was expected and what came.</summary>
internal static class NetworkFit
{
    public static IEnumerable<string> Mismatches(TensorFile file, ParameterLayout layout, ImmutableArray<string> names, string prefix)
    {
        for (int index = 0; index < names.Length; index++)
        {
            if (Mismatch(file, layout.Tensors[index], names[index]) is { } mismatch)
            {
                yield return mismatch;
            }
        }

        var own = names.ToHashSet(StringComparer.Ordinal);
        foreach (TensorEntry entry in file.Tensors.Where(entry => Belongs(entry.Name, prefix) && !own.Contains(entry.Name) && !IsCount(entry.Name, own)))
        {
            yield return $"{FileText.Line(entry.Name)}: expected no such tensor, the file has {FileText.Line(entry.Type)} {FileText.Shape(entry.Shape)}";
        }
    }

    /// <summary>What a network and the one that the file was saved from differ in.</summary>
    public static IEnumerable<string> Differences(TensorFile file, NetworkDescription description)
    {
        if (!file.Metadata.TryGetValue(NetworkNotes.Fingerprint, out string? fingerprint) || fingerprint == description.Fingerprint)
        {
            yield break;
        }

        string[] own = Lines(DescriptionFingerprint.Text(description));
        string[] stored = file.Metadata.TryGetValue(NetworkNotes.Description, out string? text) ? Lines(text) : [];
        bool told = false;
        for (int index = 0; stored.Length > 0 && index < Math.Max(own.Length, stored.Length); index++)
        {
            if (own.ElementAtOrDefault(index) != stored.ElementAtOrDefault(index))
            {
                told = true;
                yield return $"{Place(index, description)}: expected {Line(own, index)}, the file has {Line(stored, index)}";
            }
        }

        if (!told)
        {
            yield return $"fingerprint: expected {description.Fingerprint}, the file has {FileText.Line(fingerprint)}";
        }
    }

    private static string? Mismatch(TensorFile file, ParameterTensor tensor, string name)
    {
        string expected = $"{name}: expected {FileText.Shape(tensor.Shape)}";
        if (!file.Contains(name))
        {
            return $"{expected}, the file has no such tensor";
        }

        TensorEntry entry = file[name];
        return !entry.Shape.SequenceEqual(tensor.Shape) ? $"{expected}, the file has {FileText.Shape(entry.Shape)}"
            : !ElementType.IsReadable(entry.Type) ? $"{name}: expected {ElementType.Readable}, the file has {FileText.Line(entry.Type)}"
            : null;
    }

    /// <summary>Whether it is PyTorch's count of the batches that a running average has seen, which nothing is computed from.</summary>
    private static bool IsCount(string name, HashSet<string> own) =>
        name.EndsWith("num_batches_tracked", StringComparison.Ordinal) && own.Contains($"{name[..^"num_batches_tracked".Length]}running_mean");

    private static bool Belongs(string name, string prefix) =>
        prefix.Length == 0
            ? !name.StartsWith(NetworkFile.CheckpointPrefix, StringComparison.Ordinal)
            : name.StartsWith(prefix, StringComparison.Ordinal);

    private static string Place(int line, NetworkDescription description) =>
        line == 0 ? "input"
        : line <= description.Layers.Length ? $"layer {line} ({description.Layers[line - 1].Name})"
        : line <= description.Layers.Length + Math.Max(1, description.Losses.Length) ? "loss"
        : "penalty";

    private static string Line(string[] lines, int index) => index < lines.Length ? $"'{FileText.Line(lines[index])}'" : "nothing";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
