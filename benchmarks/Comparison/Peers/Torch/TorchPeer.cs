namespace NetGen.Comparison.Peers.Torch;

/// <summary>PyTorch or libtorch, in a process of its own.</summary>
internal sealed class TorchPeer : IPeer
{
    private readonly TorchProgram program;
    private readonly TorchProcess process;
    private readonly Func<Workload, Work, bool> does;
    private TorchProcess? passive;
    private int runs;

    /// <summary>Starts the process.</summary>
    /// <param name="name">The name it goes by.</param>
    /// <param name="program">What to start.</param>
    /// <param name="does">What it is measured in.</param>
    /// <exception cref="PeerMissingException">It does not start.</exception>
    public TorchPeer(string name, TorchProgram program, Func<Workload, Work, bool> does)
    {
        Name = name;
        this.does = does;
        this.program = program;
        process = new(program);
        Version = process.Ask("version");
    }

    public string Name { get; }

    public string Version { get; }

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        if (!does(workload, work))
        {
            return null;
        }

        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ProblemFile.Write(file, workload, problem);
            // Threads that spin while they wait are faster where every one has a core, and far slower where not.
            TorchProcess[] processes = threads == 1 ? [process] : [process, passive ??= new(program, passive: true)];
            string[] orders = workload.Network.Layers.Any(layer => layer is Conv2DDescription) ? ["channelsfirst", "channelslast"] : ["channelsfirst"];
            Func<IRun>[] makers =
            [
                .. processes.SelectMany(process => orders.Select(order => (Func<IRun>)(() => new TorchRun(process, $"run{runs++}", work, rows, threads, order, file)))),
            ];
            return makers.Length == 1 ? makers[0]() : Trial.Fastest(makers);
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
