using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Checking;

/// <summary>A batch, and what the reference answers.</summary>
/// <param name="description">The network.</param>
/// <param name="byLabel">Whether the batch names classes; the targets are then one-hot.</param>
/// <param name="step">The step of training.</param>
/// <param name="weighted">Whether its rows have weights.</param>
/// <param name="penalty">What the weights cost, and its gradient.</param>
internal sealed class ProofCase(NetworkDescription description, bool byLabel, long step, bool weighted, (Bounded Cost, Bounded[] Slopes) penalty)
{
    private readonly List<float> inputs = [], targets = [], upstream = [], weights = [];
    private readonly List<Bounded> predicted = [], trained = [], inputGradient = [], inputPullback = [];
    private readonly Bounded[] gradient = new Bounded[description.ParameterCount], pullback = new Bounded[description.ParameterCount];
    private Bounded loss, trainingLoss;

    public int Rows { get; private set; }

    public float[] Inputs => [.. inputs];

    public float[] Targets => [.. targets];

    public float[] Upstream => [.. upstream];

    /// <summary>[rows], or empty where each counts 1.</summary>
    public float[] Weights => [.. weights];

    public int[] Labels { get; private set; } = [];

    /// <summary>The batch: by label where the case has labels.</summary>
    public Batch<float> Batch => byLabel ? new(Inputs, Labels, step) { Weights = Weights } : ByTarget;

    public Batch<float> ByTarget => new(Rows, Inputs, Targets, step) { Weights = Weights };

    /// <summary>The outputs of prediction, [rows, output size].</summary>
    public IReadOnlyList<Bounded> Predicted => predicted;

    /// <summary>The outputs of training, [rows, output size].</summary>
    public IReadOnlyList<Bounded> Trained => trained;

    /// <summary>J as prediction sees it.</summary>
    public Bounded Cost => Reduced(loss) + penalty.Cost;

    /// <summary>J as training sees it.</summary>
    public Bounded TrainingCost => Reduced(trainingLoss) + penalty.Cost;

    /// <summary>∂J/∂θ, canonical.</summary>
    public Bounded[] Gradient => [.. gradient.Select((sum, index) => Reduced(sum) + penalty.Slopes[index])];

    /// <summary>∂J/∂x, [rows, input size].</summary>
    public IReadOnlyList<Bounded> InputGradient => [.. inputGradient.Select(Reduced)];

    /// <summary>The parameters' gradient from <see cref="Upstream"/>, canonical.</summary>
    public Bounded[] Pullback => pullback;

    /// <summary>The input's gradient from <see cref="Upstream"/>, [rows, input size].</summary>
    public IReadOnlyList<Bounded> InputPullback => inputPullback;

    /// <summary>The statistics after a training pass, canonical; empty where the network has none.</summary>
    public Bounded[] Moved { get; private set; } = [];

    /// <summary>Appends rows that go through together.</summary>
    public void Add(IReadOnlyList<ProofRow> rows, ReferenceRows answer)
    {
        Rows += rows.Count;
        foreach (ProofRow row in rows)
        {
            inputs.AddRange(row.Input);
            targets.AddRange(row.Target);
            upstream.AddRange(row.Upstream);
            weights.AddRange(weighted ? [row.Weight] : []);
            Labels = byLabel ? [.. Labels, Array.IndexOf(row.Target, 1f)] : [];
        }

        Moved = answer.Moved;
        predicted.AddRange(answer.Predicted);
        trained.AddRange(answer.Trained);
        loss += answer.Loss;
        trainingLoss += answer.TrainingLoss;
        inputGradient.AddRange(answer.Slopes.Input);
        AddTo(gradient, answer.Slopes.Parameters);
        if (answer.Pullback is { } pulled)
        {
            inputPullback.AddRange(pulled.Input);
            AddTo(pullback, pulled.Parameters);
        }
    }

    private static void AddTo(Bounded[] sums, Bounded[] terms)
    {
        for (int index = 0; index < sums.Length; index++)
        {
            sums[index] += terms[index];
        }
    }

    private Bounded Reduced(Bounded sum) => description.Reduction == Reduction.Mean ? sum / Bounded.From(Rows) : sum;
}
