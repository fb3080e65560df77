namespace NetGen.Comparison.Peers.OpenBlas;

/// <summary>A perceptron written by hand in C# around the products of OpenBLAS.</summary>
internal sealed class OpenBlasPeer : IPeer
{
    public const string PeerName = "C# on OpenBLAS";

    private readonly OpenBlasLibrary blas = new();

    public string Name => PeerName;

    public string Version => blas.Version;

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem) => new OpenBlasRun(blas, workload, work, rows, threads, problem);

    public void Dispose()
    {
    }
}
