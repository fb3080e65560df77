using System.Runtime.InteropServices;

namespace NetGen.Comparison.Peers.OnnxRuntime;

/// <summary>ONNX Runtime's C functions: a table that only ever grows at its end, so that a place in it is for good.</summary>
internal sealed unsafe class OnnxRuntimeApi
{
    /// <summary>The table's version that has all that is called here; every later library gives it.</summary>
    private const uint TableVersion = 13;

    private readonly nint* table;

    /// <summary>Loads the library.</summary>
    /// <exception cref="PeerMissingException">The library does not load, or is older than the table.</exception>
    public OnnxRuntimeApi(string path)
    {
        if (!NativeLibrary.TryLoad(path, out nint library))
        {
            throw new PeerMissingException($"{path} does not load");
        }

        nint* functions = ((delegate* unmanaged[Cdecl]<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)functions[1])())!;
        table = ((delegate* unmanaged[Cdecl]<uint, nint*>)functions[0])(TableVersion);
        if (table == null)
        {
            throw new PeerMissingException($"{path} is ONNX Runtime {Version}, which is older than 1.{TableVersion}");
        }
    }

    /// <summary>The library's version.</summary>
    public string Version { get; }

    public delegate* unmanaged[Cdecl]<int, byte*, nint*, nint> CreateEnv => (delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)table[3];

    public delegate* unmanaged[Cdecl]<nint, void*, nuint, nint, nint*, nint> CreateSessionFromArray => (delegate* unmanaged[Cdecl]<nint, void*, nuint, nint, nint*, nint>)table[8];

    public delegate* unmanaged[Cdecl]<nint*, nint> CreateSessionOptions => (delegate* unmanaged[Cdecl]<nint*, nint>)table[10];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetSessionExecutionMode => (delegate* unmanaged[Cdecl]<nint, int, nint>)table[13];

    public delegate* unmanaged[Cdecl]<nint, nint> EnableMemPattern => (delegate* unmanaged[Cdecl]<nint, nint>)table[16];

    public delegate* unmanaged[Cdecl]<nint, nint> EnableCpuMemArena => (delegate* unmanaged[Cdecl]<nint, nint>)table[18];

    public delegate* unmanaged[Cdecl]<nint, nint> DisableCpuMemArena => (delegate* unmanaged[Cdecl]<nint, nint>)table[19];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetSessionGraphOptimizationLevel => (delegate* unmanaged[Cdecl]<nint, int, nint>)table[23];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetIntraOpNumThreads => (delegate* unmanaged[Cdecl]<nint, int, nint>)table[24];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetInterOpNumThreads => (delegate* unmanaged[Cdecl]<nint, int, nint>)table[25];

    public delegate* unmanaged[Cdecl]<nint*, nint> CreateRunOptions => (delegate* unmanaged[Cdecl]<nint*, nint>)table[39];

    public delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint> CreateTensorWithDataAsOrtValue => (delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint>)table[49];

    public delegate* unmanaged[Cdecl]<int, int, nint*, nint> CreateCpuMemoryInfo => (delegate* unmanaged[Cdecl]<int, int, nint*, nint>)table[69];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseEnv => (delegate* unmanaged[Cdecl]<nint, void>)table[92];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseMemoryInfo => (delegate* unmanaged[Cdecl]<nint, void>)table[94];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseSession => (delegate* unmanaged[Cdecl]<nint, void>)table[95];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseValue => (delegate* unmanaged[Cdecl]<nint, void>)table[96];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseRunOptions => (delegate* unmanaged[Cdecl]<nint, void>)table[97];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseSessionOptions => (delegate* unmanaged[Cdecl]<nint, void>)table[100];

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint> AddSessionConfigEntry => (delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)table[130];

    public delegate* unmanaged[Cdecl]<nint, nint, nint, nint> RunWithBinding => (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)table[133];

    public delegate* unmanaged[Cdecl]<nint, nint*, nint> CreateIoBinding => (delegate* unmanaged[Cdecl]<nint, nint*, nint>)table[134];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseIoBinding => (delegate* unmanaged[Cdecl]<nint, void>)table[135];

    public delegate* unmanaged[Cdecl]<nint, byte*, nint, nint> BindInput => (delegate* unmanaged[Cdecl]<nint, byte*, nint, nint>)table[136];

    public delegate* unmanaged[Cdecl]<nint, byte*, nint, nint> BindOutput => (delegate* unmanaged[Cdecl]<nint, byte*, nint, nint>)table[137];

    /// <summary>Throws what a status says; null is success.</summary>
    /// <exception cref="InvalidOperationException">The status is an error.</exception>
    public void Check(nint status)
    {
        if (status != 0)
        {
            Throw(status);
        }
    }

    private void Throw(nint status)
    {
        string message = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)table[2])(status))!;
        ((delegate* unmanaged[Cdecl]<nint, void>)table[93])(status);
        throw new InvalidOperationException($"ONNX Runtime: {message}");
    }
}
