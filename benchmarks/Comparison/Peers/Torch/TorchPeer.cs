namespace NetGen.Comparison.Peers.Torch;

/// <summary>PyTorch or libtorch, in a process of its own.</summary>
internal sealed class TorchPeer : IPeer
{
    private readonly TorchProcess process;
    private readonly bool onlyTrains;
    private int runs;

    /// <summary>Starts the process.</summary>
    /// <param name="name">The name it goes by.</param>
    /// <param name="program">What to start.</param>
    /// <param name="onlyTrains">Whether it predicts as another peer does, and is measured in training alone.</param>
    /// <exception cref="PeerMissingException">It does not start.</exception>
    public TorchPeer(string name, TorchProgram program, bool onlyTrains = false)
    {
        Name = name;
        this.onlyTrains = onlyTrains;
        process = new(program);
        Version = process.Ask("version");
    }

    public string Name { get; }

    public string Version { get; }

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        if (onlyTrains && work != Work.Train)
        {
            return null;
        }

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
