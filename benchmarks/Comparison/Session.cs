using System.Text;
using NetGen.Comparison.Contestants;
using NetGen.Comparison.Contestants.Plain;
using NetGen.Comparison.Forms;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Peers.OnnxRuntime;
using NetGen.Comparison.Reporting;
using NetGen.Comparison.Sweeping;
using NetGen.Files;
using Spectre.Console;

namespace NetGen.Comparison;

/// <summary>All that is asked for, table by table.</summary>
internal sealed class Session(Settings settings, IReadOnlyList<PeerEntry> peers, IAnsiConsole console, CancellationToken cancellation)
{
    private readonly List<Sheet> sheets = [];

    public void Run()
    {
        Print(Machine.Sheet(settings.Threads));
        if (settings.Forms)
        {
            RunForms();
        }
        else
        {
            RunContests();
        }

        if (settings.Sweep > 0)
        {
            RunSweep();
        }
    }

    private void RunContests()
    {
        IEnumerable<IPeer> alone = settings.Threads > 1 ? [new CompiledContestant(alone: true)] : [];
        IPeer[] ours = [new CompiledContestant(), .. alone, new ReferenceContestant(), new PlainContestant()];
        IPeer[] contestants = [.. ours, .. peers.Select(entry => entry.Peer).OfType<IPeer>()];
        Print(Sheets.Contestants(ours, peers));

        List<Contest> contests = [];
        foreach (Workload workload in settings.Workloads)
        {
            foreach (Work work in settings.Works.Where(workload.Does))
            {
                contests.Add(ProgressView.Show(console, $"{workload.Name} {workload.Text(work)}", report => Contest.Run(
                    workload, work, contestants, new(settings.Rounds, settings.Threads, settings.Seed, settings.Pace), report, cancellation)));
                Print(Sheets.Contest(contests[^1]));
            }
        }

        Verdict[] verdicts = [.. Musts.Of(settings.Threads).SelectMany(must => contests.Select(must.Judge).OfType<Verdict>())];
        if (verdicts.Length > 0)
        {
            Print(Sheets.Verdicts(verdicts));
        }
    }

    private void RunForms()
    {
        Print(FormSheets.Forms());
        Form[] forms = [.. Form.All.Where(form => form.Missing is null)];
        foreach (Workload workload in settings.Workloads.Where(workload => settings.Works.Any(workload.Does)))
        {
            Print(FormSheets.Of(workload, [.. settings.Works.Where(workload.Does).Select(work => (work, Measure(workload, work)))]));
        }

        // Form after form, work by work, so that times that are compared lie close together.
        IReadOnlyList<(Form Form, FormTime Time)> Measure(Workload workload, Work work) => ProgressView.Show(
            console, $"{workload.Name} {workload.Text(work)}", IReadOnlyList<(Form, FormTime)> (report) =>
            [
                .. forms.Select((form, index) =>
                {
                    report(form.Name, index / (double)forms.Length);
                    return (form, FormProcess.Measure(form, workload, work, settings, cancellation));
                }),
            ]);
    }

    private void RunSweep()
    {
        const string Rival = OnnxRuntimePeer.PeerName;
        IPeer? rival = peers.FirstOrDefault(entry => entry.Name == Rival)?.Peer;
        Workload[] networks = [.. RandomPerceptrons.Of(settings.Sweep, settings.Seed)];
        IReadOnlyList<Swept> swept = ProgressView.Show(console, "sweep", report => Sweeping.Sweep.Run(
            networks, rival, new(settings.Rounds, settings.Threads, settings.Seed, settings.SweepPace), report, cancellation));
        Print(SweepSheets.Distribution(swept, settings.Seed, Rival));
        foreach (Sheet sheet in SweepSheets.WorstOnes(swept, Rival))
        {
            Print(sheet);
        }
    }

    private void Print(Sheet sheet)
    {
        sheets.Add(sheet);
        console.Write(sheet);
        if (settings.Markdown is string file)
        {
            // After every table, so that a file that cannot be written is known at once and what is cancelled leaves what it has.
            AtomicFile.Save(file, stream => stream.Write(Encoding.UTF8.GetBytes(SheetMarkdown.Of(sheets))));
        }
    }
}
