using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Comparison.Peers.Torch;

/// <summary>A process that answers every line with a line.</summary>
internal sealed class TorchProcess : IDisposable
{
    private const int Patience = 5_000;

    private readonly TorchProgram program;
    private readonly Process process;
    private readonly Queue<string> errors = [];

    /// <summary>Starts the program in an environment without the traps.</summary>
    /// <param name="program">What to start.</param>
    /// <param name="passive">Whether its threads sleep between their tasks.</param>
    /// <exception cref="PeerMissingException">It cannot be started.</exception>
    public TorchProcess(TorchProgram program, bool passive = false)
    {
        this.program = program;
        ProcessStartInfo start = new(program.File, program.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        TorchEnvironment.Prepare(start.Environment, passive);
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new PeerMissingException($"{program.Name} does not start ({exception.Message}); it is in {program.Package}: {PeerFiles.Remedy}");
        }

        process.ErrorDataReceived += Keep;
        process.BeginErrorReadLine();
    }

    /// <summary>Sends a line and waits for its answer.</summary>
    /// <exception cref="PeerMissingException">The process has ended.</exception>
    /// <exception cref="InvalidOperationException">The answer says that it failed.</exception>
    public string Ask(string line)
    {
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended; the answer's absence says so.
        }

        string answer = Answer();
        return answer.StartsWith("failed ", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{program.Name}: {answer["failed ".Length..]}")
            : answer;
    }

    /// <summary>The next line.</summary>
    /// <exception cref="PeerMissingException">The process has ended.</exception>
    public string Answer() => process.StandardOutput.ReadLine() ?? throw Ended();

    /// <summary>Closes its input, which ends it.</summary>
    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended with a line unread.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }

        process.Dispose();
    }

    private PeerMissingException Ended()
    {
        process.WaitForExit();
        lock (errors)
        {
            return new($"{program.Name} ended with code {process.ExitCode}: {string.Join(' ', errors)} Its package is {program.Package}: {PeerFiles.Remedy}");
        }
    }

    // The last words of a program say most.
    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { Length: > 0 } text)
        {
            lock (errors)
            {
                errors.Enqueue(text);
                if (errors.Count > 2)
                {
                    errors.Dequeue();
                }
            }
        }
    }
}
