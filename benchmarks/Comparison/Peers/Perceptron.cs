using System.Collections.Immutable;

namespace NetGen.Comparison.Peers;

/// <summary>A multilayer perceptron.</summary>
/// <param name="Sizes">The width of the input, of every hidden layer and of the output: 784, 128, 10.</param>
/// <param name="Hidden">The activation of the hidden layers: "ReLU" or "Tanh".</param>
/// <param name="Output">That of the output: "Softmax", trained with cross-entropy, or "Linear", trained with the mean squared error.</param>
internal sealed record Perceptron(ImmutableArray<int> Sizes, string Hidden, string Output)
{
    /// <summary>The perceptron as everybody's network.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="batch">The rows of a batch in training.</param>
    public Workload Workload(string name, int batch) => new(name, string.Join('-', Sizes), Describe(name), batch) { Perceptron = this };

    private NetworkDescription Describe(string name)
    {
        var layers = ImmutableArray.CreateBuilder<LayerDescription>();
        for (int layer = 1; layer < Sizes.Length; layer++)
        {
            string dense = $"Dense{layer}";
            layers.Add(new DenseDescription(dense, [layers.Count], Sizes[layer]));
            string activation = layer < Sizes.Length - 1 ? Hidden : Output;
            if (activation != "Linear")
            {
                layers.Add(new ActivateDescription($"{dense}.Activate", [layers.Count], Enum.Parse<Activation>(activation)));
            }
        }

        return new(name, [Sizes[0]], layers.ToImmutable(), Output == "Softmax" ? Loss.CrossEntropy : Loss.MeanSquaredError);
    }
}
