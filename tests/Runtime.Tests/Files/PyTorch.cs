using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

/// <summary>The system's PyTorch, where there is one.</summary>
internal static class PyTorch
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Why there is none, or null.</summary>
    public static string? Absence { get; } = Start(out string told, "-c", "import torch")
        ? null
        : $"{Python} cannot import torch, so nothing is compared with PyTorch (Debian: apt-get install python3-torch). It said: {told}";

    /// <summary>Runs roundtrip.py.</summary>
    public static void Run(params string[] arguments) => Assert.True(Start(out string told, [Script(), .. arguments]), told);

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "pytorch", "roundtrip.py"));

    private static bool Start(out string told, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true })!;
            told = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception absent)
        {
            told = absent.Message;
            return false;
        }
    }
}

/// <summary>A test against PyTorch; it is skipped, with the reason, where that is absent.</summary>
internal sealed class PyTorchFactAttribute : FactAttribute
{
    public PyTorchFactAttribute() => Skip = PyTorch.Absence;
}
