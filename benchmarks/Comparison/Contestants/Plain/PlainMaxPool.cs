using System.Collections.Immutable;

namespace NetGen.Comparison.Contestants.Plain;

/// <summary>The greatest element of every window, the first of equal ones; windows without padding.</summary>
internal sealed class PlainMaxPool(MaxPool2DDescription pool, ImmutableArray<int> input, ImmutableArray<int> output)
    : PlainLayer(NetworkDescription.Elements(input), NetworkDescription.Elements(output))
{
    private readonly int rows = output[1], columns = output[2], height = input[1], width = input[2];
    private readonly int[] greatest = new int[NetworkDescription.Elements(output)];

    public override void Forward(float[] x)
    {
        for (int o = 0; o < Output.Length; o++)
        {
            int corner = (o / (rows * columns) * height + o / columns % rows * pool.StrideHeight) * width + o % columns * pool.StrideWidth;
            int most = corner;
            for (int u = 0; u < pool.KernelHeight; u++)
            {
                for (int v = 0; v < pool.KernelWidth; v++)
                {
                    int place = corner + u * width + v;
                    most = x[place] > x[most] ? place : most;
                }
            }

            greatest[o] = most;
            Output[o] = x[most];
        }
    }

    public override void Backward(float[] x, float[] delta, bool first)
    {
        Array.Clear(Delta);
        for (int o = 0; o < delta.Length; o++)
        {
            Delta[greatest[o]] += delta[o];
        }
    }
}
