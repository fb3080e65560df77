using System.Linq;
using NetGen.Tests.Support;

namespace NetGen.Generated.Tests.Support;

/// <summary>Takes a network that streams through a sequence step by step and compares with the whole of it, bit by bit.</summary>
internal static class StepComparison
{
    /// <summary>What differs, or null; null of a network that does not stream, too.</summary>
    public static string? Failure(INetwork<float> network)
    {
        if (network is not IStreamingNetwork<float> stream)
        {
            return null;
        }

        NetworkDescription description = network.Description;
        int timeAxis = Streams.AxisOf(description)!.Value;
        int steps = description.Shapes[0][timeAxis];
        var random = new SeededRandom(5);
        float[] whole = [.. Enumerable.Range(0, steps * stream.StepInputSize).Select(_ => (float)random.Normal())];
        description.Fit<float>(whole);
        foreach (ref float statistic in network.Statistics)
        {
            statistic = 0.5f + (float)random.Uniform();
        }

        bool givesSequence = description.Shapes[^1].Length == 2;
        var outputs = new float[(givesSequence ? steps : 1) * stream.StepOutputSize];
        network.Forward(whole, outputs);

        var state = new float[stream.StateSize];
        var input = new float[stream.StepInputSize];
        var output = new float[stream.StepOutputSize];
        for (int step = 0; step < steps; step++)
        {
            for (int index = 0; index < input.Length; index++)
            {
                input[index] = whole[Place(step, index, steps, input.Length, timeAxis)];
            }

            stream.Step(input, state, output);
            for (int index = 0; index < output.Length && (givesSequence || step == steps - 1); index++)
            {
                float expected = outputs[givesSequence ? Place(step, index, steps, output.Length, timeAxis) : index];
                if (!output[index].Equals(expected))
                {
                    return $"Step {step} gives {output[index]:R} at {index}, where the whole sequence gives {expected:R}.";
                }
            }
        }

        return null;
    }

    private static int Place(int step, int index, int steps, int size, int timeAxis) => timeAxis == 0 ? (step * size) + index : (index * steps) + step;
}
