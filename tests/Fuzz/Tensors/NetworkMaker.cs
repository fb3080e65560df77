using System.Numerics;
using NetGen.Files;
using NetGen.Reference;

namespace NetGen.Fuzz.Tensors;

/// <summary>Right files of a small network, with all that can be kept beside the weights or without.</summary>
internal static class NetworkMaker
{
    public static NetworkDescription Network { get; } = new(
        "Small", [3],
        [
            new DenseDescription("Dense1", [0], 4), new ActivateDescription("ReLU1", [1], Activation.ReLU),
            new DenseDescription("Dense2", [2], 2), new ActivateDescription("Softmax1", [3], Activation.Softmax),
        ],
        Loss.CrossEntropy);

    private static readonly TensorDraft[] Saved =
    [
        Save<float>(null),
        Save<double>(null),
        Save<float>(new() { Classes = ["no", "ä \"yes\""], Inputs = new([0.1, -1e30, 3], [1, 2, 1e-30]), Targets = new([0, 5], [1, 2]) }),
    ];

    public static TensorDraft Make(Draws draws) => draws.Of(Saved).Copy();

    private static TensorDraft Save<T>(NetworkMetadata? metadata)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var stream = new MemoryStream();
        new ReferenceNetwork<T>(Network, 1).Save(stream, metadata);
        return TensorDraft.Of(stream.ToArray());
    }
}
