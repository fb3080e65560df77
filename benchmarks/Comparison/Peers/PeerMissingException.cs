namespace NetGen.Comparison.Peers;

/// <summary>A peer is not on this machine, or does not start; the message says why, and what brings it.</summary>
internal sealed class PeerMissingException(string message) : Exception(message);
