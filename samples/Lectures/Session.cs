using NetGen.Samples.Charts;
using Spectre.Console;

namespace NetGen.Samples.Lectures;

/// <summary>Runs what was asked for, or what is chosen from a menu, and shows what came of it.</summary>
internal sealed class Session(Settings settings, IAnsiConsole console)
{
    public void Run()
    {
        if (settings.Demonstrations.Count > 0)
        {
            Directory.CreateDirectory(settings.Folder);
            foreach (IDemonstration demonstration in settings.Demonstrations)
            {
                Show(demonstration);
            }
        }
        else if (console.Profile.Capabilities is { Ansi: true, Interactive: true })
        {
            Directory.CreateDirectory(settings.Folder);
            while (Chosen() is { } demonstration)
            {
                Show(demonstration);
            }
        }
        else
        {
            List();
        }
    }

    private void Show(IDemonstration demonstration)
    {
        console.MarkupLine($"[bold]{demonstration.Id}  {Markup.Escape(demonstration.Title)}[/]");
        Findings findings = demonstration.Run(settings.Seed);
        foreach (NumberTable table in findings.Tables)
        {
            table.Show(console);
        }

        TerminalPicture.Show(console, findings.Figure);
        console.WriteLine(demonstration.ToSee);
        string file = Path.Combine(settings.Folder, $"{demonstration.Id}.svg");
        SvgPicture.Of(findings.Figure).Save(file);
        console.WriteLine($"picture in {file}");
        console.WriteLine();
    }

    private IDemonstration? Chosen() => console.Prompt(new SelectionPrompt<Choice>()
        .Title("What to see?")
        .PageSize(Catalogue.All.Count + 1)
        .AddChoices([.. Catalogue.All.Select(each => new Choice(each)), new Choice(null)])).Demonstration;

    private void List()
    {
        foreach (IDemonstration each in Catalogue.All)
        {
            console.WriteLine($"{each.Id,-4}{each.Title}");
        }

        console.WriteLine();
        console.WriteLine($"Run one by its name, as in: dotnet run -c Release --project samples/Lectures -- {Catalogue.All[0].Id}; all of them by --all.");
    }

    /// <summary>A line of the menu: a demonstration, or the end.</summary>
    private sealed record Choice(IDemonstration? Demonstration)
    {
        public override string ToString() => Demonstration is null ? "end" : $"{Demonstration.Id,-4}{Markup.Escape(Demonstration.Title)}";
    }
}
