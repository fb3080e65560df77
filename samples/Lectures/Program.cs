using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using NetGen.Samples.Lectures;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false; // Spectre looks at TERM alone
    AnsiConsole.Profile.Width = 100;
}

AnsiConsole.Profile.Capabilities.Interactive &= !Console.IsInputRedirected && !Console.IsOutputRedirected;
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, ShowCursor);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, ShowCursor);
ParseResult parsed = CommandLine.For(Run).Parse(args);
return parsed.Errors.Count == 0 ? parsed.Invoke() : Fail(parsed.Errors[0].Message);

static int Run(Settings settings)
{
    try
    {
        new Session(settings, AnsiConsole.Console).Run();
        return 0;
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        return Fail(exception.Message);
    }
}

// The menu hides it, and the signal ends the program there.
static void ShowCursor(PosixSignalContext signal)
{
    if (AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true })
    {
        AnsiConsole.Cursor.Show();
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine(message.Split('\n')[0].TrimEnd());
    return 1;
}
