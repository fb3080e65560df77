using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using NetGen.Tests.Support;
using Spectre.Console;
using Spectre.Console.Rendering;
using Xunit;

namespace NetGen.Samples.Lectures.Tests;

/// <summary>The program as a user runs it.</summary>
public sealed class LecturesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_demonstrations_run_one_after_another_and_leave_a_picture_each()
    {
        CommandResult run = Start("--all", "--out", folder["pictures"]).Succeeded();

        Assert.Equal(Catalogue.All.Select(each => $"{each.Id}  {each.Title}"), run.OutputLines.Where(line => Catalogue.All.Any(each => line.StartsWith($"{each.Id}  ", StringComparison.Ordinal))));
        Assert.Equal(Catalogue.All.Select(each => $"{each.Id}.svg").Order(), Directory.GetFiles(folder["pictures"]).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(folder["pictures"]), file => Assert.Equal("svg", XDocument.Load(file).Root!.Name.LocalName));
        Assert.DoesNotContain("NaN", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void One_demonstration_runs_by_its_name_and_says_and_draws_what_to_see()
    {
        CommandResult run = Start("k8", "--seed", "3", "--out", folder["one"]).Succeeded();

        Assert.StartsWith("K8  Momentum leaves", run.OutputLines[0]);
        Assert.Contains(run.OutputLines, line => line.StartsWith("| with momentum |", StringComparison.Ordinal));
        Assert.Contains(run.OutputLines, line => line.Contains("weight w →"));
        Assert.Contains(run.OutputLines, line => line.StartsWith("Both start on the left", StringComparison.Ordinal));
        Assert.Equal(["K8.svg"], Directory.GetFiles(folder["one"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Without_a_terminal_the_menu_is_a_list()
    {
        string[] lines = Start().Succeeded().OutputLines;

        Assert.Equal(Catalogue.All.Select(each => $"{each.Id,-4}{each.Title}"), lines.Take(Catalogue.All.Count));
        Assert.Contains("-- K1", string.Join(' ', lines.Skip(Catalogue.All.Count)));
        Assert.False(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "lectures")));
    }

    [Fact]
    public void The_menu_shows_what_is_chosen_until_the_end_is()
    {
        var written = new StringWriter();
        int eighth = Catalogue.All.ToList().FindIndex(each => each.Id == "K8");
        ConsoleKey[] keys = [.. Enumerable.Repeat(ConsoleKey.DownArrow, eighth), ConsoleKey.Enter, .. Enumerable.Repeat(ConsoleKey.DownArrow, Catalogue.All.Count), ConsoleKey.Enter];

        new Session(new Settings { Folder = folder["menu"] }, new Typed(written, keys)).Run();

        Assert.Contains("Momentum leaves a local minimum", written.ToString());
        Assert.Equal(["K8.svg"], Directory.GetFiles(folder["menu"]).Select(Path.GetFileName));
    }

    [TerminalFact]
    public async Task Ctrl_C_in_the_menu_shows_the_cursor_again()
    {
        var start = new ProcessStartInfo("script", ["-qec", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Lectures.dll")}' --out '{folder["menu"]}'", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm";
        using Process process = Process.Start(start)!;
        var written = new StringBuilder();
        char[] buffer = new char[4096];
        for (int read; (read = await process.StandardOutput.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromMinutes(1))) > 0;)
        {
            bool wasShown = written.ToString().Contains(Catalogue.All[^1].Title);
            written.Append(buffer, 0, read);
            if (!wasShown && written.ToString().Contains(Catalogue.All[^1].Title))
            {
                await process.StandardInput.WriteAsync('\u0003');
                await process.StandardInput.FlushAsync();
            }
        }

        string screen = written.ToString();
        Assert.InRange(screen.LastIndexOf("\u001b[?25h", StringComparison.Ordinal), screen.IndexOf("\u001b[?25l", StringComparison.Ordinal), screen.Length);
        Assert.Contains("\u001b[?25l", screen);
    }

    [Fact]
    public void What_is_wrong_is_one_line()
    {
        File.WriteAllText(folder["taken"], "");

        Refused("There is no demonstration 'K99'; there are K1, K2, K3, K4, K5, K6, K7, K8, K9, K10, K11, K12, K13.", "K99");
        Refused("--out: expected the name of a folder.", "K8", "--out", "");
        Refused(folder["taken"], "K8", "--out", folder["taken"]);
    }

    private static void Refused(string says, params string[] arguments)
    {
        CommandResult run = Start(arguments);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(says, Assert.Single(run.Error.Trim().Split('\n')));
    }

    private static CommandResult Start(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Lectures.dll"), .. arguments]);

    /// <summary>A terminal at which somebody types.</summary>
    private sealed class Typed(TextWriter screen, IEnumerable<ConsoleKey> keys) : IAnsiConsole, IAnsiConsoleInput
    {
        private readonly Queue<ConsoleKey> typed = new(keys);
        private readonly IAnsiConsole console = Terminal(screen);

        public Profile Profile => console.Profile;

        public IAnsiConsoleCursor Cursor => console.Cursor;

        public IAnsiConsoleInput Input => this;

        public IExclusivityMode ExclusivityMode => console.ExclusivityMode;

        public RenderPipeline Pipeline => console.Pipeline;

        public void Clear(bool home) => console.Clear(home);

        public void Write(IRenderable renderable) => console.Write(renderable);

        public bool IsKeyAvailable() => typed.Count > 0;

        public ConsoleKeyInfo? ReadKey(bool intercept) => new('\0', typed.Dequeue(), shift: false, alt: false, control: false);

        public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) => Task.FromResult(ReadKey(intercept));

        private static IAnsiConsole Terminal(TextWriter screen)
        {
            IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(screen) });
            console.Profile.Width = 100;
            console.Profile.Encoding = Encoding.UTF8;
            return console;
        }
    }
}

/// <summary>A test that needs a terminal.</summary>
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = OperatingSystem.IsLinux() && Programs.Find("script") is not null ? null : "No terminal: put script of util-linux on the path";
}
