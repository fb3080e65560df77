using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>What a user sets on a loss.</summary>
internal sealed record LossOptions
{
    public static LossOptions None { get; } = new();

    public double Delta { get; init; } = 1;

    public ImmutableArray<double> ClassWeights { get; init; } = [];

    public ImmutableArray<double> PositiveWeights { get; init; } = [];

    public double LabelSmoothing { get; init; }

    /// <summary>The options as they are written behind others.</summary>
    public string Text =>
        (Delta == 1 ? "" : $", Delta = {Number(Delta)}") + (LabelSmoothing == 0 ? "" : $", LabelSmoothing = {Number(LabelSmoothing)}") +
        Numbers(nameof(ClassWeights), ClassWeights) + Numbers(nameof(PositiveWeights), PositiveWeights);

    public static LossOptions Of(LossDescription loss) =>
        new() { Delta = loss.Delta, ClassWeights = loss.ClassWeights, PositiveWeights = loss.PositiveWeights, LabelSmoothing = loss.LabelSmoothing };

    public LossDescription Describe(Loss loss, int node, double weight = 1) =>
        new(loss, node, weight) { Delta = Delta, ClassWeights = ClassWeights, PositiveWeights = PositiveWeights, LabelSmoothing = LabelSmoothing };

    private static string Numbers(string name, ImmutableArray<double> numbers) =>
        numbers.IsEmpty ? "" : $", {name} = new double[] {{ {string.Join(", ", numbers.Select(Number))} }}";

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
