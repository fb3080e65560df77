using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Files;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>Where a training stands, as numbers.</summary>
internal sealed record CheckpointNotes(
    int Epoch, int Rows, long Step, double LossSum, int Stopped, long OptimizerSteps, double LearningRate, ImmutableArray<ImmutableArray<double>> Stopping)
{
    private const string OrderKey = "training.order";

    /// <summary>The last epoch of which rows were trained, from 0.</summary>
    private int LastEpoch => Rows > 0 ? Epoch : Math.Max(0, Epoch - 1);

    public static CheckpointNotes Of<T>(Trainer<T> trainer)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(
            trainer.Epoch, trainer.Rows, trainer.Step, trainer.LossSum,
            trainer.StoppedBy is { } rule ? trainer.Stopping.IndexOf(rule) + 1 : 0, trainer.Optimizer.Steps, trainer.Optimizer.LearningRate,
            [.. trainer.Stopping.Select(rule => rule.Numbers)]);

    /// <summary>What a training is resumed with unchanged, in words.</summary>
    public static IEnumerable<(string Key, string Value)> Fixed<T>(Trainer<T> trainer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        yield return ("training.rule", trainer.Optimizer.Rule);
        yield return ("training.examples", Text(trainer.Examples.Count));
        yield return ("training.batch", Text(trainer.BatchSize));
        yield return ("training.seed", trainer.Network.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("training.clipping", trainer.Clipping?.Rule ?? "none");
        yield return ("training.stopping", trainer.Stopping.IsEmpty ? "none" : string.Join("; ", trainer.Stopping.Select(rule => rule.Rule)));
    }

    public IEnumerable<(string Key, string Value)> ToNotes<T>(Trainer<T> trainer)
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        (OrderKey, OrderHash(trainer.OrderOf(LastEpoch))),
        ("training.epoch", Text(Epoch)), ("training.rows", Text(Rows)), ("training.step", Text(Step)), ("training.loss", Text(LossSum)),
        ("training.stopped", Text(Stopped)), ("training.steps", Text(OptimizerSteps)), ("training.rate", Text(LearningRate)),
        .. Stopping.Select((numbers, index) => ($"training.{StoppingKey(index)}", string.Join(' ', numbers.Select(Text)))),
    ];

    /// <summary>What a stopping rule remembers is called so, by its place among the rules.</summary>
    public static string StoppingKey(int index) => Invariant($"stopping{index + 1}");

    /// <exception cref="InvalidDataException">The file is no checkpoint, or a number is none.</exception>
    public static CheckpointNotes Read(TensorFile file, string path)
    {
        if (!file.Metadata.ContainsKey("training.epoch"))
        {
            throw new InvalidDataException($"{path} holds no training. A checkpoint is written by Trainer.Save; weights alone are read by network.Load.");
        }

        return new CheckpointNotes(
            Whole<int>("epoch"), Whole<int>("rows"), Whole<long>("step"), Real("loss"), Whole<int>("stopped"),
            Whole<long>("steps"), Real("rate"), [.. Enumerable.Range(0, int.MaxValue).Select(StoppingKey).TakeWhile(key => Note(key) is not null).Select(Reals)]);

        TNumber Whole<TNumber>(string name)
            where TNumber : INumber<TNumber> =>
            TNumber.TryParse(Note(name), NumberStyles.None, CultureInfo.InvariantCulture, out TNumber? number)
                ? number : throw Wrong(name, "a number, 0 or more");

        double Real(string name) =>
            double.TryParse(Note(name), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                ? number : throw Wrong(name, "a finite number");

        ImmutableArray<double> Reals(string name) => [.. Note(name)!.Split(' ').Select(text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Wrong(name, "numbers"))];

        string? Note(string name) => file.Metadata.GetValueOrDefault($"training.{name}");

        InvalidDataException Wrong(string name, string expected) =>
            new($"{path}: expected {expected} as training.{name}, found {(Note(name) is { } text ? $"'{text}'" : "none")}.");
    }

    /// <summary>Refuses what another training has written, every difference at once.</summary>
    public static void Compare<T>(TensorFile file, Trainer<T> trainer, CheckpointNotes notes, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var differences = new List<string>();
        if (notes.Rows != trainer.Examples.Count && (notes.Rows > trainer.Examples.Count || notes.Rows % trainer.BatchSize != 0))
        {
            differences.Add(Invariant($"training.rows is {notes.Rows}; an epoch has {trainer.Examples.Count} in batches of {trainer.BatchSize}"));
        }

        if (notes.Stopping.Length != trainer.Stopping.Length)
        {
            differences.Add(Invariant($"training.stopping remembers {notes.Stopping.Length} rules; here are {trainer.Stopping.Length}"));
        }

        foreach ((Stopping<T> rule, int index) in trainer.Stopping.Take(notes.Stopping.Length).Select((rule, index) => (rule, index)))
        {
            if (rule.Misfit(notes.Stopping[index], notes.Epoch) is { } expected)
            {
                differences.Add(Invariant($"training.{StoppingKey(index)} is '{string.Join(' ', notes.Stopping[index].Select(Text))}' after {notes.Epoch} epochs; expected {expected}"));
            }
        }

        if (notes.Stopped > trainer.Stopping.Length)
        {
            differences.Add(Invariant($"training.stopped is rule {notes.Stopped} of {trainer.Stopping.Length}"));
        }

        if (notes.LearningRate < 0 || !T.IsFinite(T.CreateTruncating(notes.LearningRate)))
        {
            differences.Add(Invariant($"training.rate is {notes.LearningRate}; a learning rate is not negative and finite as a {typeof(T).Name}"));
        }

        if (notes.OptimizerSteps > OptimizerArguments.MostSteps)
        {
            differences.Add(Invariant($"training.steps is {notes.OptimizerSteps}; at most {OptimizerArguments.MostSteps} are counted"));
        }

        if (file.Tensors.Select(tensor => tensor.Type).FirstOrDefault(type => type != ElementType.Of<T>()) is { } other)
        {
            differences.Add($"its numbers are {other}, here they are {ElementType.Of<T>()}");
        }

        foreach ((string key, string expected) in Fixed(trainer))
        {
            Same(key, expected);
        }

        Same(OrderKey, OrderHash(trainer.OrderOf(notes.LastEpoch)));

        if (differences.Count > 0)
        {
            throw new InvalidDataException($"{path} is of another training:{string.Concat(differences.ConvertAll(difference => $"\n  {difference}"))}");
        }

        void Same(string key, string here)
        {
            string found = file.Metadata.GetValueOrDefault(key, "none");
            if (found != here)
            {
                differences.Add($"{key} is '{found}' in the file, '{here}' here");
            }
        }
    }

    /// <summary>FNV-1a (G. Fowler, L. Noll, K.-P. Vo, 1991) over the rows.</summary>
    private static string OrderHash(ReadOnlySpan<int> rows)
    {
        ulong hash = 14695981039346656037;
        foreach (int row in rows)
        {
            hash = (hash ^ (uint)row) * 1099511628211;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
