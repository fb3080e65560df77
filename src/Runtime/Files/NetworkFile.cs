using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Numerics;

namespace NetGen.Files;

/// <summary>
/// Networks in safetensors files: weights [out, in] and biases [out] in canonical order, under PyTorch's names unless
/// told otherwise, with what a prediction needs beside them in the file's metadata.
/// </summary>
public static class NetworkFile
{
    /// <summary>The start of the names of tensors that a checkpoint holds beside a network's; loading a network passes them over.</summary>
    public const string CheckpointPrefix = "training.";

    // A hostile file may hold a million wrong tensors; a message is for a person.
    private const int MostLines = 100;

    /// <summary>Saves a network whole or not at all (<see cref="TensorFileWriter.Save"/>).</summary>
    /// <typeparam name="T">float, written as F32, or double, written as F64.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">Where the file will be; its folder must exist.</param>
    /// <param name="metadata">What a prediction needs beside the weights; nothing by default.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    /// <exception cref="ArgumentException">A weight is NaN or infinite, or the metadata or the names do not fit the network.</exception>
    /// <exception cref="IOException">The file cannot be saved there.</exception>
    public static void Save<T>(this INetwork<T> network, string path, NetworkMetadata? metadata = null, TensorNaming? names = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Writer(network, metadata, names).Save(path);

    /// <summary>Writes a network.</summary>
    /// <typeparam name="T">float, written as F32, or double, written as F64.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">Receives the bytes of the file.</param>
    /// <param name="metadata">What a prediction needs beside the weights; nothing by default.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    /// <exception cref="ArgumentException">A weight is NaN or infinite, or the metadata or the names do not fit the network.</exception>
    public static void Save<T>(this INetwork<T> network, Stream stream, NetworkMetadata? metadata = null, TensorNaming? names = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Writer(network, metadata, names).Write(stream);

    /// <summary>Loads a file into a network: all of it, or nothing where anything does not fit.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="network">The network whose parameters are replaced.</param>
    /// <param name="path">Where the file is.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    /// <returns>What the file keeps beside the weights; empty for a file of another program's.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or it does not fit the network; the message lists every mismatch.</exception>
    /// <exception cref="ArgumentException">The names do not fit the network.</exception>
    public static NetworkMetadata Load<T>(this INetwork<T> network, string path, TensorNaming? names = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Load(network, TensorFile.Read(path), names);

    /// <inheritdoc cref="Load{T}(INetwork{T}, string, TensorNaming?)"/>
    /// <param name="network">The network whose parameters are replaced.</param>
    /// <param name="stream">The file's bytes, from here to the end.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    public static NetworkMetadata Load<T>(this INetwork<T> network, Stream stream, TensorNaming? names = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Load(network, TensorFile.Read(stream), names);

    /// <inheritdoc cref="Load{T}(INetwork{T}, string, TensorNaming?)"/>
    /// <param name="network">The network whose parameters are replaced.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    public static NetworkMetadata Load<T>(this INetwork<T> network, ReadOnlySpan<byte> bytes, TensorNaming? names = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Load(network, TensorFile.Read(bytes), names);

    /// <inheritdoc cref="Load{T}(INetwork{T}, string, TensorNaming?)"/>
    /// <param name="network">The network whose parameters are replaced.</param>
    /// <param name="file">The file.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    public static NetworkMetadata Load<T>(this INetwork<T> network, TensorFile file, TensorNaming? names = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(file);
        NetworkMetadata metadata = NetworkNotes.Read(file);
        T[] numbers = NetworkNumbers.Of(network);
        Fill<T>(file, network.Description, NetworkNumbers.LayoutOf(network), numbers, names, "", metadata.MisfitsOf(network.Description));
        NetworkNumbers.Put<T>(numbers, network);
        return metadata;
    }

    /// <summary>Adds a buffer in the layout of a network's parameters to a file: the parameters, or an optimizer's state.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="writer">The file that is being gathered.</param>
    /// <param name="description">The network.</param>
    /// <param name="layout">Where its tensors lie in the buffer.</param>
    /// <param name="buffer"><see cref="ParameterLayout.Length"/> numbers.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    /// <param name="prefix">Put before each name: empty for the parameters, <see cref="CheckpointPrefix"/> and more for what is beside them.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, or a variance below 0, the buffer's length or the names do not fit, or a name was added before.</exception>
    public static void Add<T>(
        TensorFileWriter writer, NetworkDescription description, ParameterLayout layout, ReadOnlySpan<T> buffer,
        TensorNaming? names = null, string prefix = "")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Expect.Length(buffer.Length, layout.Length, nameof(buffer));
        ImmutableArray<string> all = Names(description, layout, names, prefix);
        for (int index = 0; index < all.Length; index++)
        {
            ParameterTensor tensor = layout.Tensors[index];
            T[] values = new T[tensor.Count];
            tensor.CopyTo(buffer, values);
            if (Mistake<T>(tensor, values) is { } wrong)
            {
                throw new ArgumentException($"{prefix}{tensor.Name} {wrong}; a file of it could not be loaded again. The training has diverged, or a step was too large.", nameof(buffer));
            }

            writer.Add<T>(all[index], tensor.Shape, values);
        }
    }

    /// <summary>Notes in a file what its network is: format and producer, the description and its fingerprint, and the metadata.</summary>
    /// <param name="writer">The file that is being gathered.</param>
    /// <param name="description">The network.</param>
    /// <param name="metadata">What a prediction needs beside the weights; nothing by default.</param>
    /// <exception cref="ArgumentException">The metadata does not fit the network; the message lists every mismatch.</exception>
    public static void AddMetadata(TensorFileWriter writer, NetworkDescription description, NetworkMetadata? metadata = null)
    {
        metadata ??= new();
        ImmutableArray<string> misfits = metadata.MisfitsOf(description);
        if (misfits.Length > 0)
        {
            throw new ArgumentException($"The metadata does not fit {description.Name}:\n{string.Join("\n", misfits)}", nameof(metadata));
        }

        NetworkNotes.Write(writer, description, metadata);
    }

    /// <summary>Fills a buffer with the tensors that <see cref="Add{T}"/> wrote: all of it, or nothing where anything does not fit.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="file">The file.</param>
    /// <param name="description">The network. Where the file says which one it was saved from, that must be the same.</param>
    /// <param name="layout">Where its tensors lie in the buffer.</param>
    /// <param name="buffer"><see cref="ParameterLayout.Length"/> numbers; padding is left alone.</param>
    /// <param name="names">The names of the tensors; <see cref="TensorNaming.Sequential"/> by default.</param>
    /// <param name="prefix">What stands before each name. Tensors of other prefixes are passed over; without one, those of <see cref="CheckpointPrefix"/> are.</param>
    /// <exception cref="InvalidDataException">Tensors are missing, too many, of another shape or type, NaN or infinite, variances below 0, or of another network; the message lists every mismatch.</exception>
    /// <exception cref="ArgumentException">The buffer's length or the names do not fit.</exception>
    public static void Fill<T>(
        TensorFile file, NetworkDescription description, ParameterLayout layout, Span<T> buffer,
        TensorNaming? names = null, string prefix = "")
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Fill(file, description, layout, buffer, names, prefix, metadataMisfits: []);

    private static void Fill<T>(
        TensorFile file, NetworkDescription description, ParameterLayout layout, Span<T> buffer,
        TensorNaming? names, string prefix, ImmutableArray<string> metadataMisfits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Expect.Length(buffer.Length, layout.Length, nameof(buffer));
        ImmutableArray<string> all = Names(description, layout, names, prefix);
        ExpectNone(file, description, NetworkFit.Mismatches(file, layout, all, prefix).Concat(metadataMisfits));
        ExpectNone(file, description, NetworkFit.Differences(file, description));

        T[][] values = [.. layout.Tensors.Select(tensor => new T[tensor.Count])];
        var wrong = new List<string>();
        for (int index = 0; index < values.Length; index++)
        {
            file.CopyTo<T>(all[index], values[index]);
            ParameterTensor tensor = layout.Tensors[index];
            if (Mistake<T>(tensor, values[index]) is { } mistake)
            {
                wrong.Add($"{all[index]}: expected finite numbers{(tensor.IsVariance ? ", 0 or more" : "")}, it {mistake}");
            }
        }

        ExpectNone(file, description, wrong);
        for (int index = 0; index < values.Length; index++)
        {
            layout.Tensors[index].CopyFrom<T>(buffer, values[index]);
        }
    }

    private static TensorFileWriter Writer<T>(INetwork<T> network, NetworkMetadata? metadata, TensorNaming? names)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var writer = new TensorFileWriter();
        AddMetadata(writer, network.Description, metadata);
        Add<T>(writer, network.Description, NetworkNumbers.LayoutOf(network), NetworkNumbers.Of(network), names);
        return writer;
    }

    private static ImmutableArray<string> Names(NetworkDescription description, ParameterLayout layout, TensorNaming? names, string prefix) =>
        [.. (names ?? TensorNaming.Sequential).Of(description, layout).Select(name => prefix + name)];

    /// <summary>What no file holds, in words: a number that is not finite, a variance below 0; null where there is nothing.</summary>
    private static string? Mistake<T>(ParameterTensor tensor, ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (!T.IsFinite(values[index]) || (tensor.IsVariance && values[index] < T.Zero))
            {
                return $"has {FileText.Number(double.CreateTruncating(values[index]))} at {FileText.Place(tensor.Shape, index)}";
            }
        }

        return null;
    }

    private static void ExpectNone(TensorFile file, NetworkDescription description, IEnumerable<string> mismatches)
    {
        string[] all = [.. mismatches];
        if (all.Length > 0)
        {
            throw Misfit(file, description, all);
        }
    }

    private static InvalidDataException Misfit(TensorFile file, NetworkDescription description, IReadOnlyList<string> lines) =>
        file.Fault($"The file does not fit {description.Name}:\n{string.Join("\n", lines.Take(MostLines))}{(lines.Count > MostLines ? $"\nand {lines.Count - MostLines} more" : "")}");
}
