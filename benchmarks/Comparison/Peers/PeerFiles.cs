namespace NetGen.Comparison.Peers;

/// <summary>Where fetch-peers.sh puts what no package of the system brings.</summary>
internal static class PeerFiles
{
    /// <summary>The environment variable that names another folder than the one in the user's cache.</summary>
    public const string Variable = "NETGEN_PEERS";

    /// <summary>What to say where something is missing.</summary>
    public const string Remedy = "benchmarks/Comparison/fetch-peers.sh brings it";

    /// <summary>The folder.</summary>
    public static string Folder
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
            {
                return chosen;
            }

            string cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
                ? named
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
            return Path.Combine(cache, "netgen", "peers");
        }
    }
}
