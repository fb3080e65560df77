using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Reference;

namespace NetGen.Checking;

/// <summary>The network under proof, and the cases it is tried on.</summary>
internal sealed class ProofContext
{
    private const int Redraws = 64;
    private const long First = 1;

    private readonly Tape<Bounded> tape = new();
    private readonly ProofRandom random;
    private readonly float[] parameters;
    private readonly Watched watched;
    private readonly Dictionary<(int Rows, long Step, bool ByLabel, bool Weighted), ProofCase> cases = [];

    /// <summary>Prepares a proof.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="rows">The rows of a batch.</param>
    /// <param name="steps">The steps of training.</param>
    public ProofContext(INetwork<float> network, ulong seed, int rows, int steps)
    {
        Network = watched = new Watched(network);
        Rows = rows;
        Steps = steps;
        random = new ProofRandom(seed);
        parameters = network.Parameters.ToArray();
    }

    public INetwork<float> Network { get; }

    public NetworkDescription Description => Network.Description;

    public int Rows { get; }

    public int Steps { get; }

    public int InputSize => Description.InputSize;

    public int OutputSize => Description.OutputSize;

    /// <summary>The rows tried.</summary>
    public int Tried { get; private set; }

    /// <summary>The rows left out, because a kink lay within rounding.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Whether classes may be named by their index.</summary>
    public bool TakesLabels => Description.Loss == Loss.CrossEntropy;

    /// <summary>
    /// A case for the network's parameters as it came; the same one when asked again. That of the first step by target
    /// has upstream gradients.
    /// </summary>
    /// <param name="rows">The rows wanted; fewer where too many draws are in doubt.</param>
    /// <param name="step">The step of training, which decides the dropout masks.</param>
    /// <param name="byLabel">Whether to name classes.</param>
    /// <param name="weighted">Whether rows count differently.</param>
    /// <exception cref="UndecidedException">No row could be drawn.</exception>
    public ProofCase Case(int rows, long step = First, bool byLabel = false, bool weighted = false)
    {
        if (!cases.TryGetValue((rows, step, byLabel, weighted), out ProofCase? known))
        {
            known = Draw(rows, step, byLabel, withUpstream: step == First && !byLabel && !weighted, weighted);
            cases.Add((rows, step, byLabel, weighted), known);
        }

        return known;
    }

    /// <summary>A fresh case, for parameters that will change.</summary>
    /// <inheritdoc cref="Case"/>
    public ProofCase Draw(int rows, long step, bool byLabel, bool withUpstream = false, bool weighted = false)
    {
        float[] canonical = new float[Network.Layout.Count];
        Network.Layout.CopyTo(Network.Parameters, canonical);
        float[] statistics = new float[Network.StatisticsLayout.Count];
        Network.StatisticsLayout.CopyTo(Network.Statistics, statistics);
        ProofCase drawn = new(Description, byLabel, step, weighted, ReferenceRows.Penalty(Description, canonical, tape));

        // Rows that are coupled come all at once, two at least, for one may have no variance.
        int together = Description.CouplesRows ? Math.Max(2, rows) : 1;
        for (int draw = 0; drawn.Rows < rows && draw < rows + Redraws; draw++)
        {
            ProofRow[] some = [.. Enumerable.Range(0, together).Select(_ => Row(byLabel, withUpstream, zeros: draw == 1 && together == 1, weighted))];
            DropoutKey[] keys = [.. some.Select((_, row) => new DropoutKey(Network.Seed, step, drawn.Rows + row))];
            Tried += together;
            if (ReferenceRows.Of(Description, canonical, statistics, some, keys, tape) is { } answer)
            {
                drawn.Add(some, answer);
            }
            else
            {
                LeftOut += together;
            }
        }

        return drawn.Rows > 0 ? drawn : throw new UndecidedException(rows + Redraws);
    }

    /// <summary>The statistics that the last training pass left, before they were put back.</summary>
    public ReadOnlySpan<float> Moved => watched.Moved;

    /// <summary>Whether the network threw it, and not a check or the reference.</summary>
    public bool IsOfNetwork(Exception thrown) => watched.Threw(thrown);

    /// <summary>Gives the network the parameters that it came with.</summary>
    public void Restore() => parameters.CopyTo(Network.Parameters);

    /// <summary>A row; one of zeros stands exactly on the kinks of a network without biases.</summary>
    private ProofRow Row(bool byLabel, bool withUpstream, bool zeros, bool weighted) =>
        new(zeros ? Zeros() : random.Input(InputSize, Description.Domain), Target(byLabel), random.Normals(withUpstream ? OutputSize : 0), weighted ? random.Weight() : 1);

    /// <summary>Zeros, or where the least whole number that is expected is another, that.</summary>
    private float[] Zeros() => [.. Enumerable.Range(0, InputSize).Select(element => (float)(Description.Domain[element]?.Least ?? 0))];

    private float[] Target(bool byLabel)
    {
        if (byLabel)
        {
            float[] target = new float[OutputSize];
            target[random.Below(OutputSize)] = 1;
            return target;
        }

        return [.. Description.Losses.SelectMany(Target)];
    }

    private float[] Target(LossDescription loss)
    {
        int size = NetworkDescription.Elements(Description.Shapes[loss.Node]);
        return loss.Loss switch
        {
            Loss.CrossEntropy or Loss.KullbackLeibler => random.Distribution(size),
            Loss.BinaryCrossEntropy => random.Probabilities(size),
            _ => random.Normals(size),
        };
    }
}
