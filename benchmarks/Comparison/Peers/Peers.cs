using NetGen.Comparison.Peers.OnnxRuntime;
using NetGen.Comparison.Peers.OpenBlas;
using NetGen.Comparison.Peers.Torch;

namespace NetGen.Comparison.Peers;

/// <summary>A peer by its name, or the reason why it is missing.</summary>
/// <param name="Name">The name it goes by, there or missing.</param>
/// <param name="Peer">The peer; null where it is missing.</param>
/// <param name="Missing">Why it is missing, and how to get it; null where it is there.</param>
internal sealed record PeerEntry(string Name, IPeer? Peer, string? Missing);

/// <summary>The peers of this machine.</summary>
internal static class Peers
{
    /// <summary>As one writes it in Python.</summary>
    public const string Eager = "PyTorch";

    /// <summary>From C++, with its autograd.</summary>
    public const string NativeAutograd = "libtorch autograd";

    // By hand on one flat parameter, from either language; no other form of PyTorch is faster than the second.
    private const string EagerByHand = "PyTorch by hand";
    private const string Native = "libtorch";

    /// <summary>Everyone NetGen is compared with, those that are missing included.</summary>
    public static IReadOnlyList<PeerEntry> All() =>
    [
        Find(OnnxRuntimePeer.PeerName, static () => new OnnxRuntimePeer(PeerFiles.Folder)),
        Find(OpenBlasPeer.PeerName, static () => new OpenBlasPeer()),
        Find(Eager, static () => new TorchPeer(Eager, TorchProgram.Python("eager"), static (_, _) => true)),
        Find(EagerByHand, static () => new TorchPeer(EagerByHand, TorchProgram.Python("hand"), OfPerceptrons)),
        Find(NativeAutograd, static () => new TorchPeer(NativeAutograd, TorchProgram.Native("autograd", PeerFiles.Folder), Trains)),
        Find(Native, static () => new TorchPeer(Native, TorchProgram.Native("hand", PeerFiles.Folder), OfPerceptrons)),
    ];

    private static bool OfPerceptrons(Workload workload, Work work) => workload.Perceptron is not null;

    // It predicts as the form by hand does.
    private static bool Trains(Workload workload, Work work) => work == Work.Train;

    private static PeerEntry Find(string name, Func<IPeer> start)
    {
        try
        {
            return new(name, start(), null);
        }
        catch (PeerMissingException missing)
        {
            return new(name, null, missing.Message);
        }
    }
}
