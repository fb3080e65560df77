namespace NetGen.Comparison.Peers.Torch;

/// <summary>A program that speaks the peers' lines.</summary>
/// <param name="Name">What it is, for messages.</param>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Package">What brings it.</param>
internal sealed record TorchProgram(string Name, string File, string[] Arguments, string Package)
{
    /// <summary>The script, its form eager or hand.</summary>
    /// <exception cref="PeerMissingException">No Python here has the module torch.</exception>
    public static TorchProgram Python(string form)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "Peers", "Torch", "pytorch_peer.py");
        return new("Python with torch", Interpreter() ?? throw new PeerMissingException($"no Python 3 here has the module torch; it is in Debian's python3-torch: {PeerFiles.Remedy}"), [script, form], "python3-torch");
    }

    /// <summary>The program that fetch-peers.sh builds, its form hand or autograd.</summary>
    /// <exception cref="PeerMissingException">It has not been built.</exception>
    public static TorchProgram Native(string form, string folder)
    {
        string path = Path.Combine(folder, "libtorch_program");
        return System.IO.File.Exists(path)
            ? new("the program on libtorch", path, [form], "libtorch-dev")
            : throw new PeerMissingException($"{path} is not built; it takes g++ and Debian's libtorch-dev: {PeerFiles.Remedy}");
    }

    /// <summary>The first Python with torch: the one on the path, then the system's.</summary>
    private static string? Interpreter()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Append("/usr/bin").Select(folder => Path.Combine(folder, "python3")).Distinct().Where(System.IO.File.Exists).FirstOrDefault(HasTorch);
    }

    private static bool HasTorch(string python)
    {
        using TorchProcess process = new(new("Python", python, ["-c", "import importlib.util; print(importlib.util.find_spec('torch') is not None)"], "python3"));
        return process.Answer() == "True";
    }
}
