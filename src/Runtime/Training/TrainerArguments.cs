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
        ExpectExamples.Batch(Math.Min(batchSize, examples.Count), description);
        if (description.NormOfVectors is { } norm)
        {
            Expect.SeveralRows((examples.Count - 1) % batchSize + 1, norm.Name, norm.Channels);
        }

        foreach ((string name, AlignedBuffer<T> values) in optimizer.State)
        {
            if (values.Length != network.Layout.Length)
            {
                throw new ArgumentException($"The optimizer ({optimizer.Rule}) was made for {values.Length} numbers ({name}); {description.Name} has {network.Layout.Length} with padding. Make it with network.Parameters.Length.", nameof(optimizer));
            }
        }
    }
}
