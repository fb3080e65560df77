using System.Collections.Immutable;
using NetGen.Data;

namespace NetGen.Samples.Tabular;

/// <summary>What is predicted of every row of a table.</summary>
internal abstract record Target
{
    /// <summary>What was decided about the column, in a few words.</summary>
    public abstract string Summary { get; }

    /// <summary>The names of the classes; empty where a number is predicted.</summary>
    public abstract ImmutableArray<string> Names { get; }

    /// <summary>The number of classes; 0 where a number is predicted.</summary>
    public int Classes => Names.Length;

    /// <summary>Splits the rows into parts.</summary>
    public abstract ImmutableArray<ImmutableArray<int>> Split(ulong seed, double[] fractions);

    /// <summary>Joins inputs and targets.</summary>
    /// <param name="inputs">[rows, inputs], standardized.</param>
    /// <param name="figures">The standardization of the targets, where they are numbers.</param>
    public abstract IExamples<float> Join(float[] inputs, Standardization? figures);

    /// <summary>The standardization of the targets by the training rows; null where they are classes.</summary>
    public abstract Standardization? Fit(ImmutableArray<int> train);
}

/// <summary>A class of every row.</summary>
/// <param name="Names">The names of the classes.</param>
/// <param name="Labels">The class of every row.</param>
internal sealed record ClassTarget(ImmutableArray<string> Names, int[] Labels) : Target
{
    public override string Summary => $"{Names.Length} classes";

    public override ImmutableArray<string> Names { get; } = Names;

    public override ImmutableArray<ImmutableArray<int>> Split(ulong seed, double[] fractions) => Data.Split.Stratified(Labels, seed, fractions);

    public override IExamples<float> Join(float[] inputs, Standardization? figures) => new Examples<float>(inputs, Labels);

    public override Standardization? Fit(ImmutableArray<int> train) => null;
}

/// <summary>A number of every row.</summary>
/// <param name="Numbers">The number of every row, in its own units.</param>
internal sealed record NumberTarget(double[] Numbers) : Target
{
    public override string Summary => "number";

    public override ImmutableArray<string> Names => [];

    public override ImmutableArray<ImmutableArray<int>> Split(ulong seed, double[] fractions) => Data.Split.Rows(Numbers.Length, seed, fractions);

    public override IExamples<float> Join(float[] inputs, Standardization? figures)
    {
        double[] targets = [.. Numbers];
        figures?.Apply<double>(targets);
        return new Examples<float>(targets.Length, inputs, Array.ConvertAll(targets, target => (float)target));
    }

    public override Standardization? Fit(ImmutableArray<int> train) =>
        Standardization.FitTargets(new Examples<double>(Numbers.Length, Numbers, Numbers).Select(train));
}
