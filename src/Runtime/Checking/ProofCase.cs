using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Checking;

/// <summary>A batch, and what the reference answers.</summary>
internal sealed class ProofCase
{
    private readonly NetworkDescription description;
    private readonly bool byLabel;
    private readonly long step;
    private readonly ReferenceRow[] answers;

    /// <summary>Joins rows into a batch.</summary>
    /// <param name="description">The network.</param>
    /// <param name="rows">The rows and their answers.</param>
    /// <param name="byLabel">Whether the batch names classes; the targets are then one-hot.</param>
    /// <param name="step">The step of training.</param>
    public ProofCase(NetworkDescription description, IReadOnlyList<(ProofRow Row, ReferenceRow Answer)> rows, bool byLabel, long step)
    {
        this.description = description;
        this.byLabel = byLabel;
        this.step = step;
        answers = [.. rows.Select(row => row.Answer)];
        Inputs = [.. rows.SelectMany(row => row.Row.Input)];
        Targets = [.. rows.SelectMany(row => row.Row.Target)];
        Upstream = [.. rows.SelectMany(row => row.Row.Upstream)];
        Labels = byLabel ? [.. rows.Select(row => Array.IndexOf(row.Row.Target, 1))] : [];
        Gradient = Reduced(Total(row => row.Slopes.Parameters));
        Pullback = Total(row => row.Pullback.Parameters);
    }

    public int Rows => answers.Length;

    public float[] Inputs { get; }

    public float[] Targets { get; }

    public int[] Labels { get; }

    public float[] Upstream { get; }

    /// <summary>The batch: by label where the case has labels.</summary>
    public Batch<float> Batch => byLabel ? new(Inputs, Labels, step) : ByTarget;

    public Batch<float> ByTarget => new(Rows, Inputs, Targets, step);

    public Bounded[] Predicted => [.. answers.SelectMany(row => row.Predicted)];

    public Bounded[] Trained => [.. answers.SelectMany(row => row.Trained)];

    public Bounded Cost => Reduced(answers.Select(row => row.Loss).Aggregate((sum, loss) => sum + loss));

    public Bounded TrainingCost => Reduced(answers.Select(row => row.TrainingLoss).Aggregate((sum, loss) => sum + loss));

    /// <summary>∂J/∂θ, canonical.</summary>
    public Bounded[] Gradient { get; }

    /// <summary>∂J/∂x, [rows, input size].</summary>
    public Bounded[] InputGradient => Reduced([.. answers.SelectMany(row => row.Slopes.Input)]);

    /// <summary>The parameters' gradient from <see cref="Upstream"/>, canonical.</summary>
    public Bounded[] Pullback { get; }

    /// <summary>The input's gradient from <see cref="Upstream"/>, [rows, input size].</summary>
    public Bounded[] InputPullback => [.. answers.SelectMany(row => row.Pullback.Input)];

    private Bounded[] Total(Func<ReferenceRow, Bounded[]> part)
    {
        Bounded[] total = new Bounded[description.ParameterCount];
        foreach (ReferenceRow row in answers)
        {
            Bounded[] terms = part(row);
            for (int index = 0; index < total.Length; index++)
            {
                total[index] += terms[index];
            }
        }

        return total;
    }

    private Bounded[] Reduced(Bounded[] sums) => Array.ConvertAll(sums, Reduced);

    private Bounded Reduced(Bounded sum) => description.Reduction == Reduction.Mean ? sum / Bounded.From(Rows) : sum;
}
