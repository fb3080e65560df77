using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;

namespace NetGen.Micro;

/// <summary>The vector widths of this machine, each in processes of its own that are told to have no wider one.</summary>
internal static class Widths
{
    /// <summary>A job for each width, the widest first.</summary>
    public static IConfig Config { get; } = ManualConfig.Create(DefaultConfig.Instance).AddJob(Jobs().ToArray());

    private static IEnumerable<Job> Jobs()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            yield return Job.ShortRun.WithId("512 bits");
        }

        if (Avx2.IsSupported)
        {
            yield return Job.ShortRun.WithId("256 bits").WithEnvironmentVariable("DOTNET_EnableAVX512", "0");
        }

        yield return Avx2.IsSupported ? Job.ShortRun.WithId("128 bits, no FMA").WithEnvironmentVariable("DOTNET_EnableAVX2", "0") : Job.ShortRun.WithId("128 bits");
    }
}
