using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Files;

namespace NetGen.Training;

/// <summary>
/// A training in a file: the weights as any weights file has them, beside them what optimizer and stopping rules
/// remember, and where the training stands.
/// </summary>
internal static class Checkpoint
{
    public static void Save<T>(Trainer<T> trainer, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var writer = new TensorFileWriter();
        NetworkFile.AddMetadata(writer, trainer.Network.Description);
        ParameterLayout whole = NetworkNumbers.LayoutOf(trainer.Network);
        Add(NetworkNumbers.Of(trainer.Network), whole, "");
        foreach ((string name, AlignedBuffer<T> values) in trainer.Optimizer.State)
        {
            Add(values.Span, trainer.Network.Layout, Prefix(name));
        }

        for (int index = 0; index < trainer.Stopping.Length; index++)
        {
            if (trainer.Stopping[index].Kept is { Length: > 0 } kept)
            {
                Add(kept, whole, Prefix(CheckpointNotes.StoppingKey(index)));
            }
        }

        foreach ((string key, string value) in CheckpointNotes.Fixed(trainer).Concat(CheckpointNotes.Of(trainer).ToNotes(trainer)))
        {
            writer.Note(key, value);
        }

        writer.Save(path);

        void Add(ReadOnlySpan<T> buffer, ParameterLayout layout, string prefix) =>
            NetworkFile.Add(writer, trainer.Network.Description, layout, buffer, prefix: prefix);
    }

    public static void Resume<T>(Trainer<T> trainer, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorFile file = TensorFile.Read(path);
        CheckpointNotes notes = CheckpointNotes.Read(file, path);
        CheckpointNotes.Compare(file, trainer, notes, path);

        // Everything is read before anything is changed.
        var buffers = new List<(AlignedBuffer<T> Values, T[] Read)>();
        ParameterLayout whole = NetworkNumbers.LayoutOf(trainer.Network);
        T[] numbers = Fill("", whole);
        foreach ((string name, AlignedBuffer<T> values) in trainer.Optimizer.State)
        {
            buffers.Add((values, Fill(Prefix(name), trainer.Network.Layout)));
        }

        T[][] kept = [.. trainer.Stopping.Select((rule, index) => rule.Keeps(notes.Stopping[index]) ? Fill(Prefix(CheckpointNotes.StoppingKey(index)), whole) : [])];

        NetworkNumbers.Put<T>(numbers, trainer.Network);
        foreach ((AlignedBuffer<T> values, T[] read) in buffers)
        {
            read.CopyTo(values.Span);
        }

        trainer.Optimizer.Steps = notes.OptimizerSteps;
        trainer.Optimizer.LearningRate = notes.LearningRate;
        trainer.Restore(notes);
        for (int index = 0; index < kept.Length; index++)
        {
            trainer.Stopping[index].Restore(notes.Stopping[index], kept[index]);
        }

        T[] Fill(string prefix, ParameterLayout layout)
        {
            var buffer = new T[layout.Length];
            NetworkFile.Fill<T>(file, trainer.Network.Description, layout, buffer, prefix: prefix);
            return buffer;
        }
    }

    private static string Prefix(string name) => $"{NetworkFile.CheckpointPrefix}{name}.";
}
