using System.Reflection;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Contestants;

/// <summary>NetGen: the networks that are declared in this program.</summary>
/// <param name="alone">Whether it keeps to one thread, to be compared with itself on several.</param>
internal sealed class CompiledContestant(bool alone = false) : IPeer
{
    public const string ItsName = "NetGen";

    public const string Alone = "NetGen, one thread";

    public string Name => alone ? Alone : ItsName;

    public string Version { get; } = typeof(INetwork<>).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        int used = alone ? 1 : threads;
        return workload.Name switch
        {
            "W1" => NetworkTasks.Prepare(new W1Callable(new W1()), work, rows, used, problem),
            "W2" => NetworkTasks.Prepare(new W2Callable(new W2()), work, rows, used, problem),
            "W3" => NetworkTasks.Prepare(new W3Callable(new W3()), work, rows, used, problem),
            "W4" => NetworkTasks.Prepare(new W4Callable(new W4()), work, rows, used, problem),
            "W5" => NetworkTasks.Prepare(new W5Callable(new W5()), work, rows, used, problem),
            "W6-8" => NetworkTasks.PrepareStep(new W6Units8Callable(new W6Units8()), problem),
            "W6-32" => NetworkTasks.PrepareStep(new W6Units32Callable(new W6Units32()), problem),
            "W6-64" => NetworkTasks.PrepareStep(new W6Units64Callable(new W6Units64()), problem),
            _ => null,
        };
    }

    public void Dispose()
    {
    }
}
