using System.Runtime.InteropServices;
using NetGen.Data;
using NetGen.Files;

namespace NetGen.Samples;

/// <summary>The network in files.</summary>
internal static class WeightsFile
{
    /// <summary>Saves the network, loads it into another one, and holds their predictions together.</summary>
    /// <returns>The length of the file in bytes.</returns>
    /// <exception cref="InvalidDataException">They differ in a bit.</exception>
    public static long SaveAndCompare(INetwork<float> net, Model model, string path, IExamples<float> examples)
    {
        net.Save(path, new NetworkMetadata { Classes = [.. Enumerable.Range(0, Digits.OutputSize).Select(digit => $"{digit}")] });
        INetwork<float> again = model.Create(net.Seed + 1);
        again.Load(path);
        ReadOnlySpan<byte> before = MemoryMarshal.AsBytes(Prediction.Outputs(net, examples).AsSpan());
        ReadOnlySpan<byte> after = MemoryMarshal.AsBytes(Prediction.Outputs(again, examples).AsSpan());
        return before.SequenceEqual(after)
            ? new FileInfo(path).Length
            : throw new InvalidDataException($"{path}: the network that was loaded predicts otherwise than the one that was saved.");
    }

    /// <summary>Writes the weights as PyTorch names them in an nn.Sequential.</summary>
    public static void Export(INetwork<float> net, string path) => net.Save(path, names: TensorNaming.Sequential);
}
