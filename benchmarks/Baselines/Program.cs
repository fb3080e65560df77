using System.CommandLine;
using System.Diagnostics;
using NetGen.Baselines;
using Spectre.Console;

Option<string> folder = new("--data")
{
    Description = "The folder that holds a folder for each set: iris, wine, mnist and so on.",
    HelpName = "FOLDER",
    Required = true,
};
Option<string[]> sets = new Option<string[]>("--sets")
{
    Description = "Only these sets.",
    HelpName = "SET",
    AllowMultipleArgumentsPerToken = true,
}.AcceptOnlyFromAmong([.. BaselineTable.Lines.Select(line => line.Set).Distinct()]);
var command = new RootCommand("Trains the networks of BASELINES.md with the seeds 0 to 4 and holds their means to its limits.") { folder, sets };
command.SetAction(result => Run(result.GetRequiredValue(folder), result.GetValue(sets)));
return command.Parse(args).Invoke();

static int Run(string folder, string[]? sets)
{
    AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected; // Spectre looks at TERM alone
    Baseline[] lines = [.. BaselineTable.Lines.Where(line => sets is null or [] || sets.Contains(line.Set))];
    long start = Stopwatch.GetTimestamp();
    try
    {
        Result[] results = ProgressBars.Show(lines, epochDone => AllRuns.Of(lines, BaselineTable.Seeds, folder, epochDone));
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
        AnsiConsole.Write(Report.Of(results));
        Console.WriteLine($"{BaselineTable.Seeds.Count} seeds each, mean ± standard deviation; {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s on {Environment.ProcessorCount} cores");
        return results.All(result => result.Passes) ? 0 : 1;
    }
    catch (Exception exception) when (exception is DataException or InvalidDataException or IOException)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
    catch (AggregateException exception)
    {
        Console.Error.WriteLine(exception.InnerException!.Message);
        return 1;
    }
}
