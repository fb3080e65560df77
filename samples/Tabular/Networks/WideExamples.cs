using NetGen.Data;

namespace NetGen.Samples.Tabular;

/// <summary>Examples for a network with room: each input row is followed by zeros, which are added as it is read.</summary>
internal sealed class WideExamples(IExamples<float> examples, int inputSize) : IExamples<float>
{
    private float[] narrow = [];

    public int Count => examples.Count;

    public int InputSize => inputSize;

    public int TargetSize => examples.TargetSize;

    public int Origin(int row) => examples.Origin(row);

    public bool HasWeights => examples.HasWeights;

    public void ReadWeights(ReadOnlySpan<int> rows, Span<float> weights) => examples.ReadWeights(rows, weights);

    public void Read(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets, Span<int> labels)
    {
        int width = examples.InputSize;
        if (narrow.Length < rows.Length * width)
        {
            narrow = new float[rows.Length * width];
        }

        examples.Read(rows, narrow.AsSpan(0, rows.Length * width), targets, labels);
        inputs.Clear();
        for (int row = 0; row < rows.Length; row++)
        {
            narrow.AsSpan(row * width, width).CopyTo(inputs[(row * inputSize)..]);
        }
    }
}
