using System.Globalization;
using System.Reflection;
using NetGen.Comparison.Contestants;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Sweeping;

/// <summary>NetGen: networks that were compiled in this process.</summary>
/// <param name="classes">Their classes, by the name of the workload.</param>
internal sealed class HostedContestant(IReadOnlyDictionary<string, Type> classes) : IPeer
{
    public string Name => CompiledContestant.ItsName;

    public string Version => "compiled in this process";

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem) =>
        NetworkTasks.Prepare(new AnyCallable(Create(classes[workload.Name])), work, rows, threads, problem);

    public void Dispose()
    {
    }

    private static INetwork<float> Create(Type network) => (INetwork<float>)Activator.CreateInstance(
        network, BindingFlags.CreateInstance | BindingFlags.Public | BindingFlags.Instance | BindingFlags.OptionalParamBinding,
        binder: null, [Type.Missing], CultureInfo.InvariantCulture)!;
}
