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
    // PyTorch as one writes it; by hand on one flat parameter; the same from C++.
    private const string Eager = "PyTorch";
    private const string ByHand = "PyTorch by hand";
    private const string Native = "libtorch";

    /// <summary>Everyone NetGen is compared with, those that are missing included.</summary>
    public static IReadOnlyList<PeerEntry> All() =>
    [
        Find(OnnxRuntimePeer.PeerName, static () => new OnnxRuntimePeer()),
        Find(OpenBlasPeer.PeerName, static () => new OpenBlasPeer()),
        Find(Eager, static () => new TorchPeer(Eager, TorchProgram.Python("eager"))),
        Find(ByHand, static () => new TorchPeer(ByHand, TorchProgram.Python("best"))),
        Find(Native, static () => new TorchPeer(Native, TorchProgram.Native())),
    ];

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
