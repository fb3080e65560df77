using System.Collections.Immutable;

namespace NetGen.Comparison.Contestants.Plain;

/// <summary>A layer of the plain network.</summary>
internal abstract class PlainLayer(int inputs, int outputs)
{
    /// <summary>What the last row gave.</summary>
    public float[] Output { get; } = new float[outputs];

    /// <summary>The gradient of its input.</summary>
    public float[] Delta { get; } = new float[inputs];

    /// <summary>What it learns.</summary>
    public virtual IEnumerable<PlainParameters> Parameters => [];

    public abstract void Forward(float[] x);

    /// <summary>Adds the gradients of its parameters; writes <see cref="Delta"/>, unless it is the first layer.</summary>
    public abstract void Backward(float[] x, float[] delta, bool first);

    /// <summary>The layer of a description; null where it only gives a shape another name.</summary>
    /// <exception cref="ArgumentException">There is no plain loop for it.</exception>
    public static PlainLayer? Of(LayerDescription layer, ImmutableArray<int> input, ImmutableArray<int> output, ImmutableArray<float[]> tensors) => layer switch
    {
        DenseDescription => new PlainDense(tensors[0], tensors[1]),
        Conv2DDescription conv => new PlainConv(conv, input, output, tensors[0], tensors[1]),
        MaxPool2DDescription pool => new PlainMaxPool(pool, input, output),
        ActivateDescription activate => new PlainActivate(activate.Activation, NetworkDescription.Elements(output)),
        FlattenDescription => null,
        _ => throw new ArgumentException($"There is no plain loop for {layer.Summary}.", nameof(layer)),
    };
}
