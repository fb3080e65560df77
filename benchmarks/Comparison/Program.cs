using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using NetGen.Comparison;
using NetGen.Comparison.Forms;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Sweeping;
using Spectre.Console;

OpenBlasVariables.Set();
Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false; // Spectre looks at TERM alone
    AnsiConsole.Profile.Width = 1000;
}

using var cancellation = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

ParseResult parsed = CommandLine.For(Run).Parse(args);
return parsed.Errors.Count == 0 ? parsed.Invoke() : Fail(1, parsed.Errors[0].Message);

int Run(Settings settings)
{
    IReadOnlyList<PeerEntry> peers = settings.InOneForm || settings.Forms ? [] : Peers.All();
    try
    {
        if (settings.InOneForm)
        {
            Console.WriteLine(FormProcess.Run(settings, cancellation.Token).Line);
            return 0;
        }

        new Session(settings, peers, AnsiConsole.Console, cancellation.Token).Run();
        return 0;
    }
    catch (OperationCanceledException)
    {
        return Fail(130, "Cancelled.");
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SweepException or FormException)
    {
        return Fail(1, exception.Message);
    }
    finally
    {
        foreach (PeerEntry entry in peers)
        {
            entry.Peer?.Dispose();
        }
    }
}

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested; // the second Ctrl-C ends the program at once
    cancellation.Cancel();
}

static int Fail(int code, string message)
{
    Console.Error.WriteLine(message);
    return code;
}
