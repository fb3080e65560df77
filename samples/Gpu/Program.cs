using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using NetGen.Samples.Gpu;
using Spectre.Console;

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
    try
    {
        new Session(settings, AnsiConsole.Console, cancellation.Token).Run();
        return 0;
    }
    catch (OperationCanceledException)
    {
        return Fail(130, "Cancelled.");
    }
    catch (Exception exception) when (exception is NotSupportedException || Device.HasFailed(exception))
    {
        return Fail(1, exception.Message);
    }
}

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested; // the second Ctrl-C ends the program at once
    cancellation.Cancel();
}

static int Fail(int code, string message)
{
    Console.Error.WriteLine(string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries)));
    return code;
}
