using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Comparison.Floors;

namespace NetGen.Comparison.Reporting;

/// <summary>The machine that the numbers are of.</summary>
internal static class Machine
{
    public static Sheet Sheet(int threads) => new(
        "Machine", ["", ""],
        [
            ["processor", Processor()],
            ["cores", $"{Environment.ProcessorCount}; {(threads == 1 ? "one thread is used" : $"{threads} threads are used")}"],
            ["vectors", Vectors()],
            ["FMA peak of one thread", string.Join(", ", FmaPeak.Forms.Select(form => $"{form.Form} {Numbers.Digits(FmaPeak.Measure(form.Form, tries: 200))} GFLOP/s"))],
            ["system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"],
            [".NET", $"{RuntimeInformation.FrameworkDescription}{(IsDebug ? ", DEBUG build: use -c Release" : "")}"],
        ],
        [], Numbers: false);

#if DEBUG
    private const bool IsDebug = true;
#else
    private const bool IsDebug = false;
#endif

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
    }

    private static string Vectors()
    {
        ImmutableArray<(string Name, bool Has)> sets = [("AVX-512", Avx512F.IsSupported), ("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported)];
        string names = string.Join(", ", sets.Where(set => set.Has).Select(set => set.Name));
        return $"Vector<T> {32 * Vector<float>.Count} bits, Vector512 in {(Vector512.IsHardwareAccelerated ? "hardware" : "software")}{(names.Length > 0 ? $"; {names}" : "")}; networks run in {FmaPeak.RunningForm}";
    }
}
