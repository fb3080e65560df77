using System.CommandLine;
using System.Text;
using NetGen.Samples.Audio;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false; // Spectre looks at TERM alone
    AnsiConsole.Profile.Width = 100;
}

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !cancellation.IsCancellationRequested; // the second Ctrl-C ends the program at once
    cancellation.Cancel();
};

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
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotFiniteNumberException)
    {
        return Fail(1, exception.Message);
    }
}

static int Fail(int code, string message)
{
    Console.Error.WriteLine(message.Split('\n')[0].TrimEnd());
    return code;
}
