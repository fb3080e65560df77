using System.Runtime.InteropServices;

namespace NetGen.Comparison.Peers.OpenBlas;

/// <summary>The functions of OpenBLAS that a perceptron needs. Matrices lie row by row.</summary>
internal sealed unsafe class OpenBlasLibrary
{
    private const int RowMajor = 101;
    private const int NotTransposed = 111;
    private const int Transposed = 112;

    // The build on OpenMP first: its threads are those of the whole process, and do not fight a second team.
    private static readonly string[] Paths =
    [
        .. Folders().Select(folder => Path.Combine(folder, "openblas-openmp", "libopenblas.so.0")),
        .. Folders().Select(folder => Path.Combine(folder, "openblas-pthread", "libopenblas.so.0")),
        "libopenblas.so.0",
        "libopenblas",
    ];

    // A call is short and never waits for managed code, so the transition to native code can be left out.
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void> sgemm;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int, int, int, float, float*, int, float*, int, float, float*, int, void> sgemv;
    private readonly delegate* unmanaged[Cdecl]<int, void> setThreads;

    /// <summary>Loads the library.</summary>
    /// <exception cref="PeerMissingException">There is none.</exception>
    public OpenBlasLibrary()
    {
        ShellTraps.Undo();
        nint library = 0;
        if (!Paths.Any(path => NativeLibrary.TryLoad(path, out library)))
        {
            throw new PeerMissingException($"libopenblas.so.0 is not installed; it is in Debian's libopenblas0-openmp: {PeerFiles.Remedy}");
        }

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

    private static IEnumerable<string> Folders() => ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
}
