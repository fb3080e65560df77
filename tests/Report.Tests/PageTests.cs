using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NetGen.Evaluation;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Report.Tests;

/// <summary>The page as text.</summary>
public sealed partial class PageTests
{
    private static string ThirdParty { get; } = Path.Combine(Repository.Root, "src", "Report", "ThirdParty", "uPlot");

    [Fact]
    public void Names_are_data_wherever_they_stand()
    {
        const string Hostile = "</script></title></style></noscript><b onclick=hack()>&amp;'\"-->\0";
        Trainer trainer = new(Hostile, Hostile);
        string page = trainer.Report.Page(new NamedConfusion(new ConfusionMatrix(2), [Hostile, "two"], Hostile));

        Assert.DoesNotContain("<b ", page);
        Assert.Equal(2, Regex.Count(page, "<script>"));
        Assert.Equal(2, Regex.Count(page, "</script"));
        Assert.Equal(1, Regex.Count(page, "</title"));
        Assert.Equal(1, Regex.Count(page, "-->"));
        Assert.Contains("<h1>&lt;/script&gt;&lt;/title&gt;&lt;/style&gt;&lt;/noscript&gt;&lt;b onclick=hack()&gt;&amp;amp;&#x27;&quot;--&gt;&#x0;</h1>", page);
        Assert.Equal(Hostile.Replace('\0', '\uFFFD'), WebUtility.HtmlDecode(ClassHead().Match(page).Groups[1].Value).Replace('\0', '\uFFFD'));
    }

    [Fact]
    public void Every_element_that_is_opened_is_closed()
    {
        var confusion = new ConfusionMatrix(3);
        confusion.Add(0, 1);
        confusion.AddUndecided(2);
        string page = new Trainer("One", "accuracy").Report.Page(confusion, new NamedConfusion(new ConfusionMatrix(50), output: "Kind"));
        string markup = Scripts().Replace(page, "");

        var open = new Stack<string>();
        foreach (Match tag in Tags().Matches(markup))
        {
            string name = tag.Groups[2].Value;
            if (tag.Groups[1].Length == 0)
            {
                open.Push(name);
                continue;
            }

            // HTML closes the cells and rows of the figures by itself.
            while (open.Peek() is "td" or "tr" && open.Peek() != name)
            {
                open.Pop();
            }

            Assert.Equal(name, open.Pop());
        }

        Assert.Empty(open);
    }

    [Fact]
    public void Nothing_is_fetched_and_only_the_two_scripts_may_run()
    {
        string page = new Trainer("One", "accuracy").Report.Page();

        string[] hashes = [.. Scripts().Matches(page).Select(script => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups[1].Value))) + "'")];
        Assert.Equal(2, hashes.Length);
        Assert.Contains($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src {string.Join(' ', hashes)}; img-src data:\">", WebUtility.HtmlDecode(page));
        Assert.DoesNotMatch("""(src|href|action)="(?!data:,|#)|url\(|@import""", page);
    }

    [Fact]
    public void A_confusion_matrix_is_a_row_for_each_true_class_with_its_figures()
    {
        var confusion = new ConfusionMatrix(2);
        for (int count = 0; count < 1500; count++)
        {
            confusion.Add(0, count < 1200 ? 0 : 1);
        }

        confusion.Add(1, 1);
        confusion.AddUndecided(1);
        string page = new Trainer("One", "accuracy").Report.Page(new NamedConfusion(confusion, ["cat", "dog"], "Animal"));

        Assert.Contains("<h2>Confusion matrix <small>of Animal</small></h2>\n<p>accuracy 0.7996 of 1,502 examples · macro F1 0.4477 · 1 predicted as NaN</p>", page);
        Assert.Equal("cat 1,200 300 0 1.0000 0.8000 0.8889 1,500", Text(page, "cat"));
        Assert.Equal("dog 0 1 1 0.0033 0.5000 0.0066 2", Text(page, "dog"));
        Assert.Contains("<td class=\"right\" style=\"--share:0.8\" title=\"cat taken for cat\">1,200</td><td class=\"wrong\" style=\"--share:0.447\" title=\"cat taken for dog\">300</td><td class=\"none\">0</td>", page);
    }

    [Fact]
    public void A_confusion_matrix_without_examples_says_so() =>
        Assert.Contains("<h2>Confusion matrix</h2>\n<p>no examples</p>", new Trainer("One", "accuracy").Report.Page(new ConfusionMatrix(2)));

    [Fact]
    public void Of_many_classes_a_page_shows_those_told_worst_and_what_is_confused_most()
    {
        var confusion = new ConfusionMatrix(300);
        for (int index = 0; index < 299; index++)
        {
            confusion.Add(index, index);
        }

        confusion.Add(17, 18);
        confusion.Add(17, 18);
        string page = new Trainer("One", "accuracy").Report.Page(confusion);

        Assert.DoesNotContain("class=\"matrix", page);
        Assert.Contains("Of 300 classes, the 40 with the lowest F1.", page);
        Assert.Equal("17 1.0000 0.3333 0.5000 3", Text(page, "17"));
        Assert.Contains("<td class=\"word\">18</td><td>2</td>", page);
        Assert.Equal(41, Regex.Count(page, "<th scope=\"row\">"));
    }

    [Fact]
    public void Several_outputs_have_a_loss_together_and_a_matrix_each()
    {
        var two = new NetworkDescription(
            "Two", [2],
            [
                new DenseDescription("Body", [0], 3), new DenseDescription("Box", [1], 2),
                new DenseDescription("Logits", [1], 3), new ActivateDescription("Class", [3], Activation.Softmax),
            ],
            [new LossDescription(Loss.MeanSquaredError, 2, 0.5), new LossDescription(Loss.CrossEntropy, 4)]);
        var trainer = Trainings.Of(two);
        var report = new TrainingReport<double>(trainer);
        Trainings.Watch(report, trainer.Run(2));
        string page = report.Page(new NamedConfusion(new ConfusionMatrix(2), output: "Box"), new NamedConfusion(new ConfusionMatrix(3), output: "Class"));

        Assert.Contains("0.5 &#xB7; MeanSquaredError of Box &#x2B; CrossEntropy of Class, Mean".Replace("&#xB7;", "·"), page);
        Assert.Contains("<h2>Confusion matrix <small>of Box</small>", page);
        Assert.Contains("<h2>Confusion matrix <small>of Class</small>", page);
    }

    [Fact]
    public void The_networks_table_is_the_descriptions()
    {
        Trainer trainer = new("One", "accuracy");
        string page = trainer.Report.Page();
        string table = page[page.IndexOf("<table id=\"network\">", StringComparison.Ordinal)..];
        string[] cells = [.. CellTexts().Matches(table[..table.IndexOf("</table>", StringComparison.Ordinal)]).Select(cell => cell.Groups[1].Value).Where(cell => cell.Length > 0)];

        string[] lines = trainer.Of.Network.Description.ToString().Split('\n')[1..];
        Assert.Equal(lines.SelectMany(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), cells);
    }

    [Theory]
    [InlineData(30_000, 1)]
    [InlineData(2_000, 150)]
    public void A_long_training_of_a_deep_network_is_a_page_below_a_megabyte(int epochs, int layers)
    {
        var deep = new NetworkDescription("Deep", [1], [.. Enumerable.Range(0, layers).Select(index => new DenseDescription($"AverageName{index}", [index], 1))], Loss.HalfSquaredError);
        string page = Trainings.Report(Trainings.Of(deep), epochs, epoch => Math.Sin(epoch) + 1.01).Page(new ConfusionMatrix(40));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 100_000, 900_000);
        Assert.Contains(FormattableString.Invariant($"of {epochs:N0} epochs, here and in the curves"), page);
        Assert.Contains(FormattableString.Invariant($"<td>{epochs}<td>"), page);
    }

    [Fact]
    public void The_chart_library_is_the_stated_one_and_its_licence_is_in_every_page()
    {
        string[] sums = File.ReadAllLines(Path.Combine(ThirdParty, "SHA256SUMS"));
        Assert.Equal(3, sums.Length);
        Assert.All(sums, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(ThirdParty, line[66..]))))));

        string page = new Trainer("One", "accuracy").Report.Page();
        string version = Version().Match(File.ReadAllText(Path.Combine(ThirdParty, "README.md"))).Groups[1].Value;
        Assert.Contains($"(v{version})", page);
        Assert.Contains(File.ReadAllText(Path.Combine(ThirdParty, "LICENSE")), page);
        Assert.Contains(File.ReadAllText(Path.Combine(ThirdParty, "uPlot.iife.min.js")), page);
    }

    private static string Text(string page, string row)
    {
        string cells = page[page.IndexOf($"<tr><th scope=\"row\"><span>{row}</span></th>", StringComparison.Ordinal)..];
        return string.Join(' ', CellTexts().Matches(cells[..cells.IndexOf("</tr>", StringComparison.Ordinal)]).Select(cell => cell.Groups[1].Value));
    }

    [GeneratedRegex("<t[hd](?: [^>]*)?>(?:<span>)?([^<]*)")]
    private static partial Regex CellTexts();

    [GeneratedRegex("class=\"upright\" title=\"[^\"]*\"><span>([^<]*)</span>")]
    private static partial Regex ClassHead();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<(/?)(html|head|title|style|body|main|header|noscript|bdi|section|details|summary|figure|figcaption|div|table|thead|tbody|tfoot|tr|th|td|h1|h2|p|small|span|strong|a)(?= |>)")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^# uPlot ([\d.]+)$", RegexOptions.Multiline)]
    private static partial Regex Version();

    /// <summary>A training of two epochs by this name, judged by one metric.</summary>
    private sealed class Trainer
    {
        public Trainer(string name, string metric)
        {
            Of = Trainings.Of(name, Trainings.Metric(metric));
            Report = new TrainingReport<double>(Of);
            Trainings.Watch(Report, Of.Run(2));
        }

        public Training.Trainer<double> Of { get; }

        public TrainingReport<double> Report { get; }
    }
}
