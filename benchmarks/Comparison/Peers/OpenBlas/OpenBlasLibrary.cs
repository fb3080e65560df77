using System.Runtime.InteropServices;

namespace NetGen.Comparison.Peers.OpenBlas;

/// <summary>The functions of OpenBLAS that a perceptron needs. Matrices lie row by row.</summary>
internal sealed unsafe partial class OpenBlasLibrary
{
    private const int RowMajor = 101;
    private const int NotTransposed = 111;
    private const int Transposed = 112;

    // A call is short and never waits for managed code, so the transition to native code can be left out.
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void> sgemm;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int, int, int, float, float*, int, float*, int, float, float*, int, void> sgemv;
    private readonly delegate* unmanaged[Cdecl]<int, void> setThreads;

    private OpenBlasLibrary(nint library)
    {
        sgemm = (delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)NativeLibrary.GetExport(library, "cblas_sgemm");
        sgemv = (delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)NativeLibrary.GetExport(library, "cblas_sgemv");
        setThreads = (delegate* unmanaged[Cdecl]<int, void>)NativeLibrary.GetExport(library, "openblas_set_num_threads");

        // "OpenBLAS 0.3.21 … Haswell MAX_THREADS=64": it names the kernels that it picked.
        string config = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "openblas_get_config"))())!;
        string core = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "openblas_get_corename"))())!;
        string[] words = config.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string threads = words.Contains("USE_OPENMP") ? "openmp" : "pthread";
        Version = $"{words.FirstOrDefault(word => char.IsAsciiDigit(word[0])) ?? "unknown"} ({threads}, {core} kernels)";
    }

    /// <summary>The version, how it makes threads, and the kernels it picked.</summary>
    public string Version { get; }

    /// <summary>The threads of the calls that follow.</summary>
    public void UseThreads(int threads) => setThreads(threads);

    /// <summary>C = A·Bᵀ: [m, k], [n, k] → [m, n].</summary>
    public void TimesTransposed(int m, int n, int k, float* a, int aStride, float* b, int bStride, float* c, int cStride) =>
        sgemm(RowMajor, NotTransposed, Transposed, m, n, k, 1, a, aStride, b, bStride, 0, c, cStride);

    /// <summary>C = A·B: [m, k], [k, n] → [m, n].</summary>
    public void Times(int m, int n, int k, float* a, int aStride, float* b, int bStride, float* c, int cStride) =>
        sgemm(RowMajor, NotTransposed, NotTransposed, m, n, k, 1, a, aStride, b, bStride, 0, c, cStride);

    /// <summary>C = Aᵀ·B: [k, m], [k, n] → [m, n].</summary>
    public void TransposedTimes(int m, int n, int k, float* a, int aStride, float* b, int bStride, float* c, int cStride) =>
        sgemm(RowMajor, Transposed, NotTransposed, m, n, k, 1, a, aStride, b, bStride, 0, c, cStride);

    /// <summary>y = A·x: [m, n], [n] → [m].</summary>
    public void TimesVector(int m, int n, float* a, int aStride, float* x, float* y) =>
        sgemv(RowMajor, NotTransposed, m, n, 1, a, aStride, x, 1, 0, y, 1);

    /// <summary>The builds that are installed: on OpenMP, on pthreads, or the one that the loader finds.</summary>
    public static IEnumerable<OpenBlasLibrary> Installed()
    {
        OpenBlasVariables.Set();
        WaitPassively();
        string[][] places = [Places("openblas-openmp"), Places("openblas-pthread"), ["libopenblas.so.0", "libopenblas"]];
        nint library = 0;
        return places.SelectMany(paths => paths.Where(path => NativeLibrary.TryLoad(path, out library)).Take(1).Select(_ => library)).Distinct().Select(library => new OpenBlasLibrary(library));
    }

    // Threads of OpenMP that spin while others wait for a core cost a thousand times what they gain.
    private static void WaitPassively()
    {
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null)
        {
            NativeEnvironment.Set("OMP_WAIT_POLICY", "passive");
        }
    }

    private static string[] Places(string build) => [$"/usr/lib/x86_64-linux-gnu/{build}/libopenblas.so.0", $"/usr/lib/aarch64-linux-gnu/{build}/libopenblas.so.0"];
}
