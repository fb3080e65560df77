using NetGen.Data;

namespace NetGen.Samples;

/// <summary>An image, what it shows, and what the network sees in it.</summary>
internal sealed record Prediction(float[] Pixels, int Label, int Predicted, float Probability)
{
    public bool IsRight => Label == Predicted;

    /// <summary>Predicts the examples one by one, as they are asked for.</summary>
    public static IEnumerable<Prediction> Of(INetwork<float> net, IExamples<float> examples)
    {
        int[] label = new int[1];
        float[] probabilities = new float[Digits.OutputSize];
        for (int row = 0; row < examples.Count; row++)
        {
            float[] pixels = new float[Digits.InputSize];
            examples.Read([row], pixels, [], label);
            net.Forward(pixels, probabilities);
            float highest = probabilities.Max();
            yield return new Prediction(pixels, label[0], Array.IndexOf(probabilities, highest), highest);
        }
    }

    /// <summary>All outputs for all examples: [rows, 10].</summary>
    public static float[] Outputs(INetwork<float> net, IExamples<float> examples)
    {
        float[] pixels = new float[examples.Count * Digits.InputSize];
        float[] outputs = new float[examples.Count * Digits.OutputSize];
        examples.Read([.. Enumerable.Range(0, examples.Count)], pixels, [], new int[examples.Count]);
        net.Forward(pixels, outputs);
        return outputs;
    }
}
