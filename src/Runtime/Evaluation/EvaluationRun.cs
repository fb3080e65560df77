using System;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Data;
using NetGen.Differentiation;
using NetGen.Reference;

namespace NetGen.Evaluation;

/// <summary>A network's predictions and losses over examples, batch by batch.</summary>
internal sealed class EvaluationRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly INetwork<T> network;
    private readonly IExamples<T> examples;
    private readonly ExampleBlocks<T> blocks;
    private readonly Workspace<T> workspace;
    private readonly T[] outputs;
    private readonly double penalty;
    private double sum;

    public EvaluationRun(INetwork<T> network, IExamples<T> examples, int batch)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(examples);
        Expect.AtLeast(batch, 1, nameof(batch));
        NetworkDescription description = network.Description;
        ExpectExamples.Fit(examples, description);
        this.network = network;
        this.examples = examples;
        OutputSize = description.OutputSize;
        MostRows = Math.Min(batch, examples.Count);
        ExpectExamples.Batch(MostRows, description);
        blocks = new ExampleBlocks<T>(examples, MostRows);
        workspace = network.CreateWorkspace(MostRows);
        outputs = new T[MostRows * OutputSize];
        penalty = description.Penalties.IsEmpty ? 0 : PenaltyOf(network);
    }

    /// <summary>The numbers of an output row.</summary>
    public int OutputSize { get; }

    /// <summary>The rows of the largest batch.</summary>
    public int MostRows { get; }

    /// <summary>The rows of the batch.</summary>
    public int Rows => blocks.Rows;

    /// <summary>[rows, output size], which may be changed.</summary>
    public Span<T> Outputs => outputs.AsSpan(0, Rows * OutputSize);

    /// <summary>[rows, target size].</summary>
    public ReadOnlySpan<T> Targets => blocks.Targets;

    /// <summary>The mean loss of an example, weighted where examples have weights, without penalties, over all batches; null where the network declares no loss.</summary>
    public double? Loss => network.Description.Losses.IsEmpty ? null : sum / examples.Count;

    /// <summary>Reads the next batch; false where there is none.</summary>
    /// <exception cref="InvalidDataException">A weight, length or symbol is none.</exception>
    public bool Read()
    {
        if (!blocks.Next())
        {
            return false;
        }

        ExpectExamples.Whole(blocks.Inputs, network.Description, blocks.Numbers);
        ExpectExamples.Weights(blocks.Weights, blocks.Numbers);
        return true;
    }

    /// <summary>Predicts the batch, and adds its loss.</summary>
    public void Predict()
    {
        network.Forward(blocks.Inputs, Outputs);
        if (!network.Description.Losses.IsEmpty)
        {
            Batch<T> batch = examples.TargetSize == 0
                ? new Batch<T>(blocks.Inputs, blocks.Labels) { Weights = blocks.Weights }
                : new Batch<T>(Rows, blocks.Inputs, blocks.Targets) { Weights = blocks.Weights };
            double cost = double.CreateTruncating(network.Cost(batch, workspace)) - penalty;
            sum += network.Description.Reduction == Reduction.Mean ? cost * Rows : cost;
        }
    }

    /// <summary>The true class of every row, each below a number of classes.</summary>
    /// <exception cref="InvalidDataException">A row has no class, or one that is not below.</exception>
    public void ReadClasses(Span<int> classes, int below)
    {
        classes = classes[..Rows];
        TrueClass.Of(blocks, examples.TargetSize, classes);
        ExpectExamples.Labels(classes, below, blocks.Numbers);
    }

    /// <summary>What the weights cost: a part of every batch's cost, and of no example's loss.</summary>
    private static double PenaltyOf(INetwork<T> network)
    {
        var weights = new T[network.Description.ParameterCount];
        network.Layout.CopyTo(network.Parameters, weights);
        Real<double>[] exact = [.. weights.Select(weight => new Real<double>(double.CreateTruncating(weight)))];
        return ReferencePass.Penalty<Real<double>>(network.Description, exact).Number;
    }
}
