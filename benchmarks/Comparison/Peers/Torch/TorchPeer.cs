namespace NetGen.Comparison.Peers.Torch;

/// <summary>PyTorch or libtorch, in a process of its own.</summary>
internal sealed class TorchPeer : IPeer
{
    private readonly TorchProgram program;
    private readonly TorchProcess process;
    private readonly bool onlyTrains;
    private TorchProcess? passive;
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
        this.program = program;
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
            TorchRun Make(TorchProcess process) => new(process, $"run{runs++}", work, rows, threads, file);
            if (threads == 1)
            {
                return Make(process);
            }

            // Threads that spin while they wait are faster where every one has a core, and far slower where not.
            passive ??= new(program, passive: true);
            return Trial.Fastest(() => Make(process), () => Make(passive));
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Dispose()
    {
        process.Dispose();
        passive?.Dispose();
    }
}
