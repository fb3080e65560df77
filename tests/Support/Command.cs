using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace NetGen.Tests.Support;

/// <summary>A program that has ended, and what it wrote.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n{Output}\n{Error}";
}

/// <summary>Runs programs.</summary>
internal static class Command
{
    /// <summary>Runs the SDK as from a fresh terminal: without what the build around these tests has set.</summary>
    public static CommandResult Dotnet(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Run(folder, environment, "dotnet", arguments);

    public static CommandResult Dotnet(string folder, params string[] arguments) =>
        Dotnet(folder, new Dictionary<string, string>(), arguments);

    public static CommandResult Run(string folder, string program, params string[] arguments) =>
        Run(folder, new Dictionary<string, string>(), program, arguments);

    private static CommandResult Run(string folder, IReadOnlyDictionary<string, string> environment, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfTheBuildAround).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        string command = $"{program} {string.Join(' ', arguments)}";
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        var error = new StringBuilder();
        var outputEnds = new TaskCompletionSource();
        var errorEnds = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) => Append(output, line.Data, outputEnds);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data, errorEnds);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end in {Timeout}.\n{Text(output)}\n{Text(error)}");
        }

        // The streams end after the process, with the last one that holds them: wait, but not for one that stays.
        Task.WaitAll([outputEnds.Task, errorEnds.Task], TimeSpan.FromSeconds(10));
        return new CommandResult(command, process.ExitCode, Text(output), Text(error));
    }

    private static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(4);

    private static bool IsOfTheBuildAround(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) ||
        name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase) ||
        name.StartsWith("COR_", StringComparison.OrdinalIgnoreCase) ||
        name.StartsWith("CORECLR_", StringComparison.OrdinalIgnoreCase) ||
        name is "DOTNET_HOST_PATH" or "TestingPlatformDotnetTestSupport";

    private static void Append(StringBuilder text, string? line, TaskCompletionSource ends)
    {
        if (line is null)
        {
            ends.TrySetResult();
            return;
        }

        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
