using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;
using NetGen.Files;
using NetGen.Reference;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Networks to keep in files.</summary>
internal static class FileNets
{
    public static NetworkDescription Chain { get; } = Of("Chain", 7, 17, 5);

    /// <summary>inputs → units ReLU → dropout → outputs Softmax.</summary>
    public static NetworkDescription Of(string name, int inputs, int units, int outputs) => new(
        name, [inputs],
        [
            new DenseDescription("Dense1", [0], units), new ActivateDescription("ReLU1", [1], Activation.ReLU), new DropoutDescription("Dropout1", [2], 0.2),
            new DenseDescription("Dense2", [3], outputs), new ActivateDescription("Softmax1", [4], Activation.Softmax),
        ],
        Loss.CrossEntropy);

    /// <summary>The layout of compiled networks: weights in panels, biases padded, tensors with room between them.</summary>
    public static ParameterLayout Padded(NetworkDescription description)
    {
        var tensors = ImmutableArray.CreateBuilder<ParameterTensor>();
        int offset = 0;
        foreach (ParameterTensor tensor in ParameterLayout.Canonical(description).Tensors)
        {
            ParameterTensor padded = tensor.Shape.Length == 2
                ? ParameterTensor.InPanels(tensor.Name, tensor.Node, tensor.Shape[0], tensor.Shape[1], offset)
                : ParameterTensor.Canonical(tensor.Name, tensor.Node, tensor.Shape, offset, (tensor.Count + 15) / 16 * 16);
            tensors.Add(padded);
            offset += padded.Length + 16;
        }

        return new(offset, tensors.ToImmutable());
    }

    public static byte[] Saved<T>(INetwork<T> network, NetworkMetadata? metadata = null, TensorNaming? names = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var stream = new MemoryStream();
        network.Save(stream, metadata, names);
        return stream.ToArray();
    }

    /// <summary>A file that is gathered by hand.</summary>
    public static TensorFile File(Action<TensorFileWriter> gather)
    {
        var writer = new TensorFileWriter();
        gather(writer);
        using var stream = new MemoryStream();
        writer.Write(stream);
        return TensorFile.Read(stream.ToArray());
    }

    public static ReferenceNetwork<T> New<T>(NetworkDescription description, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T> => new(description, seed);
}
