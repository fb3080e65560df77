using System;
using System.Numerics;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>Whether network, examples, optimizer and batches fit together.</summary>
internal static class TrainerArguments
{
    public static void Check<T>(INetwork<T> network, IExamples<T> examples, IOptimizer<T> optimizer, int batchSize)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        if (description.Losses.IsEmpty)
        {
            throw new ArgumentException($"{description.Name} declares no loss; a training needs one, such as [Loss(Loss.MeanSquaredError)].", nameof(network));
        }

        if (examples.Count < 1)
        {
            throw new ArgumentException("There are no examples; a training needs one or more.", nameof(examples));
        }

        ExpectExamples.Fit(examples, description);
        int last = examples.Count % batchSize == 0 ? batchSize : examples.Count % batchSize;
        if (last == 1 && description.NormOfVectors is { } norm)
        {
            throw new ArgumentException(
                $"{examples.Count} examples in batches of {batchSize} end with a batch of 1 row, and {norm.Name} normalizes over the rows of a batch; 1 row has no variance. " +
                "Choose a batch size that leaves no single row over, or use LayerNorm.", nameof(batchSize));
        }

        foreach ((string name, AlignedBuffer<T> values) in optimizer.State)
        {
            if (values.Length != network.Layout.Length)
            {
                throw new ArgumentException($"The optimizer ({optimizer.Rule}) was made for {values.Length} numbers ({name}); {description.Name} has {network.Layout.Length} with padding. Make it with network.Layout.Length.", nameof(optimizer));
            }
        }
    }
}
