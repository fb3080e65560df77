namespace NetGen.Comparison.Peers.OpenBlas;

/// <summary>A perceptron written by hand in C# around the products of OpenBLAS.</summary>
internal sealed class OpenBlasPeer : IPeer
{
    public const string PeerName = "C# on OpenBLAS";

    // Two at most; a third is one of them under the name that the loader knows.
    private readonly OpenBlasLibrary[] builds = [.. OpenBlasLibrary.Installed().Take(2)];

    /// <summary>Loads the library.</summary>
    /// <exception cref="PeerMissingException">It is not installed.</exception>
    public OpenBlasPeer()
    {
        if (builds.Length == 0)
        {
            throw new PeerMissingException($"libopenblas.so.0 is not installed; it is in Debian's libopenblas0-openmp: {PeerFiles.Remedy}");
        }
    }

    public string Name => PeerName;

    public string Version => string.Join("; ", builds.Select(build => build.Version).Distinct());

    /// <summary>One thread is the same in every build. With more, those on OpenMP suit a busy machine, those on pthreads an idle one.</summary>
    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        if (workload.Perceptron is not { } perceptron)
        {
            return null;
        }

        Func<IRun>[] makers = [.. builds.Select(blas => (Func<IRun>)(() => new OpenBlasRun(blas, perceptron, work, rows, threads, problem)))];
        return threads == 1 ? makers[0]() : Trial.Fastest(makers);
    }

    public void Dispose()
    {
    }
}
