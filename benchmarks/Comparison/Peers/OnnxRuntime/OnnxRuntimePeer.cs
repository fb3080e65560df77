using System.Runtime.InteropServices;

namespace NetGen.Comparison.Peers.OnnxRuntime;

/// <summary>ONNX Runtime by its C library. It predicts; training is not in that library.</summary>
internal sealed unsafe class OnnxRuntimePeer : IPeer
{
    public const string PeerName = "ONNX Runtime";
    private const int Errors = 3;

    private readonly OnnxRuntimeApi api;
    private readonly nint environment;

    /// <summary>Loads the library.</summary>
    /// <param name="folder">Where npm installed onnxruntime-node.</param>
    /// <exception cref="PeerMissingException">The library is not there.</exception>
    public OnnxRuntimePeer(string folder)
    {
        api = new(Library(folder) ?? throw new PeerMissingException($"the npm package onnxruntime-node is not in {folder}: {PeerFiles.Remedy}"));
        fixed (byte* log = "NetGen"u8)
        {
            nint created;
            api.Check(api.CreateEnv(Errors, log, &created));
            environment = created;
        }
    }

    public string Name => PeerName;

    public string Version => api.Version;

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        if (work == Work.Train || (workload.Streams && workload.Network.Layers is not [GRUDescription]))
        {
            return null;
        }

        // Packed weights are the default and faster in narrow networks; one row through a wide one is faster without.
        OnnxRuntimeRun Make(bool packed) => new(api, environment, workload, rows, threads, packed, problem);
        return rows > 1 ? Make(packed: true) : Trial.Fastest(() => Make(packed: true), () => Make(packed: false));
    }

    public void Dispose() => api.ReleaseEnv(environment);

    /// <summary>The library inside npm's onnxruntime-node, for this system and processor.</summary>
    private static string? Library(string folder)
    {
        string system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        string architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        string name = OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.*dylib" : "libonnxruntime.so*";
        string package = Path.Combine(folder, "node_modules", "onnxruntime-node", "bin");
        return !Directory.Exists(package) ? null
            : Directory.EnumerateDirectories(package)
                .Select(interfaces => Path.Combine(interfaces, system, architecture))
                .Where(Directory.Exists)
                .SelectMany(libraries => Directory.EnumerateFiles(libraries, name))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
    }
}
