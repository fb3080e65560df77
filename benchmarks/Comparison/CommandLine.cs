using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using NetGen.Comparison.Peers;
using NetGen.Threading;

namespace NetGen.Comparison;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly Settings Defaults = new();

    private static readonly Dictionary<string, Work> Works = new() { ["row"] = Work.PredictRow, ["batch"] = Work.PredictBatch, ["train"] = Work.Train, ["step"] = Work.Step };

    /// <summary>The option of the processes that measure one form each, which nobody else gives.</summary>
    public const string InOneForm = "--in-one-form";

    /// <summary>What a work is called on the command line.</summary>
    public static string Word(Work work) => Works.Single(pair => pair.Value == work).Key;

    public static RootCommand For(Func<Settings, int> run)
    {
        var workloads = new Option<string[]>("--workloads") { HelpName = "NETWORK", AllowMultipleArgumentsPerToken = true, Description = "Only these networks; all unless there is a sweep." }
            .AcceptOnlyFromAmong([.. Workloads.All.Select(workload => workload.Name)]);
        var works = new Option<string[]>("--work") { HelpName = "WORK", AllowMultipleArgumentsPerToken = true, Description = "Only prediction of one row, prediction of a batch, the training step, or the step of a stream." }
            .AcceptOnlyFromAmong([.. Works.Keys]);
        var rounds = new Option<int>("--rounds") { HelpName = "COUNT", Description = "How often everybody is measured, one after another.", DefaultValueFactory = _ => Defaults.Rounds };
        var threads = new Option<int>("--threads") { HelpName = "COUNT", Description = "The threads that batches and training steps may use.", DefaultValueFactory = _ => Defaults.Threads };
        var sweep = new Option<int>("--sweep") { HelpName = "COUNT", Description = "That many random perceptrons, depth 1 to 6, widths 1 to 1024.", DefaultValueFactory = _ => Defaults.Sweep };
        var forms = new Option<bool>("--forms") { Description = "Instead of contestants, compare the forms of vectors that NetGen has, each with its own peak." };
        var inOneForm = new Option<bool>(InOneForm) { Hidden = true };
        var seed = new Option<ulong>("--seed") { HelpName = "NUMBER", Description = "Other parameters and data, other random perceptrons.", DefaultValueFactory = _ => Defaults.Seed };
        var markdown = new Option<string?>("--markdown") { HelpName = "FILE", Description = "Write the tables to this file as well." };
        rounds.Validators.Add(result => Range(result, rounds, 1, 10_000));
        threads.Validators.Add(result => Range(result, threads, 1, Workers.MostCount));
        sweep.Validators.Add(result => Range(result, sweep, 1, 100_000));
        markdown.Validators.Add(result => Folder(result, markdown));

        var command = new RootCommand("Measures NetGen, the reference, a plain loop and the peers that are present, interleaved in one run.") { workloads, works, rounds, threads, forms, inOneForm, sweep, seed, markdown };
        command.Validators.Add(result => Combination(
            result, Named(result.GetValue(workloads)), result.GetValue(works) ?? [], sweeps: result.GetValue(sweep) > 0, result.GetValue(forms)));
        command.SetAction(result => run(new Settings
        {
            Workloads = result.GetValue(workloads) is { Length: > 0 } names ? Named(names)
                : result.GetValue(sweep) > 0 && !result.GetValue(forms) ? []
                : Defaults.Workloads,
            Works = result.GetValue(works) is { Length: > 0 } words ? [.. words.Select(word => Works[word]).Order()] : Defaults.Works,
            Rounds = result.GetValue(rounds),
            Threads = result.GetValue(threads),
            Forms = result.GetValue(forms),
            InOneForm = result.GetValue(inOneForm),
            Sweep = result.GetValue(sweep),
            Seed = result.GetValue(seed),
            Markdown = result.GetValue(markdown),
        }));
        return command;
    }

    private static ImmutableArray<Workload> Named(string[]? names) => [.. Workloads.All.Where(workload => names?.Contains(workload.Name) == true)];

    /// <summary>What together would measure nothing, or leave something out in silence.</summary>
    private static void Combination(CommandResult result, ImmutableArray<Workload> workloads, string[] works, bool sweeps, bool forms)
    {
        if (forms && sweeps)
        {
            result.AddError("--forms compares forms of vectors, --sweep random networks with a peer: give one of them.");
        }
        else if (sweeps && works.Length > 0 && workloads.Length == 0)
        {
            result.AddError("--work: a sweep measures one row and the training step. Leave it out, or name --workloads that are measured as well.");
        }
        else if (works.Length > 0 && workloads.Length > 0 && !workloads.Any(workload => works.Any(work => workload.Does(Works[work]))))
        {
            result.AddError(
                $"--work: {string.Join(", ", workloads.Select(workload => workload.Name))} can do {string.Join(", ", Works.Keys.Where(word => workloads.Any(workload => workload.Does(Works[word]))))}, not {string.Join(", ", works)}.");
        }
    }

    private static void Range(OptionResult result, Option<int> option, int least, int most)
    {
        if (result.Tokens is [{ Value: string text }] && !(int.TryParse(text, out int value) && value >= least && value <= most))
        {
            result.AddError($"{option.Name}: expected {least} to {most}, not {text}.");
        }
    }

    // A folder that is not there is better known before an hour of measuring than after it.
    private static void Folder(OptionResult result, Option<string?> option)
    {
        string file = result.GetValueOrDefault<string>();
        if (file.Length == 0 || Directory.Exists(file) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            result.AddError($"{option.Name}: expected a file in a folder that exists, not '{file}'{(Directory.Exists(file) ? ", which is a folder" : "")}.");
        }
    }
}
