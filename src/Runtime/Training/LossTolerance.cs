using System;
using System.Collections.Immutable;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>
/// Ends a training when its loss, <see cref="EpochReport.Loss"/>, has changed by no more than a tolerance, |Jₑ − Jₑ₋₁| ≤ ε,
/// in several epochs one after another.
/// </summary>
/// <inheritdoc cref="Stopping{T}" path="/typeparam"/>
public sealed class LossTolerance<T> : Stopping<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double change;
    private readonly int epochs;
    private double last = double.NaN;
    private int unchanged;

    /// <summary>Makes a rule for one training.</summary>
    /// <param name="change">ε, not negative and finite.</param>
    /// <param name="epochs">The epochs of so little change that end the training, 1 or more; the losses of small batches are noisy and may agree once by chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public LossTolerance(double change, int epochs = 1)
    {
        this.change = change >= 0 && double.IsFinite(change) ? change : throw Expect.OutOfRange(nameof(change), change, "a change is not negative and finite, such as 1e-6.");
        Expect.AtLeast(epochs, 1, nameof(epochs));
        this.epochs = epochs;
    }

    /// <inheritdoc/>
    public override string Rule => Invariant($"loss change {change}, {epochs} in a row");

    internal override ImmutableArray<double> Numbers => [last, unchanged];

    internal override bool EndsAfter(EpochReport report, double value, INetwork<T> network)
    {
        unchanged = Math.Abs(report.Loss - last) <= change ? unchanged + 1 : 0;
        last = report.Loss;
        return unchanged >= epochs;
    }

    internal override string? Misfit(ImmutableArray<double> numbers, int epochs) =>
        numbers is [_, >= 0 and var count] && count <= epochs && count == Math.Floor(count) ? null : "the last loss and the epochs that hardly changed it";

    internal override void Restore(ImmutableArray<double> numbers, T[] kept)
    {
        last = numbers[0];
        unchanged = (int)numbers[1];
    }
}
