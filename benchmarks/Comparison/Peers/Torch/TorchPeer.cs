namespace NetGen.Comparison.Peers.Torch;

/// <summary>PyTorch or libtorch, in a process of its own.</summary>
internal sealed class TorchPeer : IPeer
{
    private readonly TorchProcess process;
    private int runs;

    /// <summary>Starts the process.</summary>
    /// <exception cref="PeerMissingException">It does not start.</exception>
    public TorchPeer(string name, TorchProgram program)
    {
        Name = name;
        process = new(program);
        Version = process.Ask("version");
    }

    public string Name { get; }

    public string Version { get; }

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ProblemFile.Write(file, workload, problem);
            return new TorchRun(process, $"run{runs++}", work, rows, threads, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Dispose() => process.Dispose();
}
