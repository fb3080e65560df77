using System.Diagnostics;
using System.Globalization;
using NetGen.Comparison.Contestants;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Forms;

/// <summary>One work measured by this program in a process of its own, which is held to a form: a process has one width of vectors.</summary>
internal static class FormProcess
{
    /// <summary>Starts the process and waits for what it measures.</summary>
    /// <param name="form">The form.</param>
    /// <param name="workload">The network.</param>
    /// <param name="work">What is timed.</param>
    /// <param name="settings">Rounds, threads and seed.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="FormException">It failed, or had vectors of another width.</exception>
    public static FormTime Measure(Form form, Workload workload, Work work, Settings settings, CancellationToken cancellation)
    {
        ProcessStartInfo start = new("dotnet",
        [
            typeof(FormProcess).Assembly.Location, CommandLine.InOneForm, "--workloads", workload.Name, "--work", CommandLine.Word(work),
            "--rounds", Text(settings.Rounds), "--threads", Text(settings.Threads), "--seed", Text(settings.Seed),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string variable in Form.AllVariables)
        {
            start.Environment.Remove(variable);
        }

        foreach ((string name, string value) in form.Variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using CancellationTokenRegistration killed = cancellation.Register(process.Kill);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            throw new FormException($"{form.Name} was not measured: {error.Result.Trim()}");
        }

        FormTime time = FormTime.Parse(output);
        return time.Lanes == form.Lanes ? time
            : throw new FormException($"{form.Name} was not measured: a process with {string.Join(", ", form.Variables.Select(variable => $"{variable.Name}={variable.Value}"))} has vectors of {32 * time.Lanes} bits.");
    }

    /// <summary>What the process does: measures the one work that it is told of.</summary>
    /// <exception cref="FormException">It was not measured.</exception>
    public static FormTime Run(Settings settings, CancellationToken cancellation)
    {
        using var netGen = new CompiledContestant();
        Contest contest = Contest.Run(
            settings.Workloads.Single(), settings.Works.Single(), [netGen], new(settings.Rounds, settings.Threads, settings.Seed, settings.Pace, ChecksTraining: false),
            (_, _) => { }, cancellation);
        Standing standing = contest.NetGen ?? throw new FormException($"NetGen {contest.Refused[0].Reason}.");
        return new(Form.RunningLanes, standing.Times.Median(), contest.Floor.Operations, contest.Floor.Peak, standing.Presence);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
