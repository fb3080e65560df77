using System;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NetGen.Evaluation;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Report.Tests;

/// <summary>The page as a reader sees it.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [BrowserTheory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Every_chart_is_drawn_in_its_colours_within_its_room_and_nothing_is_fetched(int width, bool dark)
    {
        Tab tab = await browser.Open(Report(epochs: 40), width, dark);

        Assert.Equal("5 5", await tab.Ask("`${document.querySelectorAll('figure').length} ${document.querySelectorAll('figure canvas').length}`"));

        // Pixels of the first curve's colour; text, lines and curves are within, so that the edges are empty.
        Assert.Equal("", await tab.Ask("""
            [...document.querySelectorAll('figure canvas')].map(canvas => {
              const colour = getComputedStyle(document.documentElement).getPropertyValue('--curve1').trim();
              const [red, green, blue] = [1, 3, 5].map(start => parseInt(colour.slice(start, start + 2), 16));
              const { width, height } = canvas;
              const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
              let drawn = 0, edge = 0;
              for (let index = 0; index < width * height; index++) {
                const alike = data[4 * index] === red && data[4 * index + 1] === green && data[4 * index + 2] === blue && data[4 * index + 3] === 255;
                drawn += alike ? 1 : 0;
                edge += (index % width === 0 || index % width === width - 1) && data[4 * index + 3] > 0 ? 1 : 0;
              }

              return drawn < 100 ? `${canvas.closest('figure').textContent}: ${drawn} pixels of the curve` : edge > 0 ? `${canvas.closest('figure').textContent}: cut off at the edge` : '';
            }).join('')
            """));
        Assert.Equal($"{width}", await tab.Ask("document.documentElement.scrollWidth <= innerWidth ? innerWidth : 'wider'"));
        Assert.Equal(dark ? "rgb(15, 19, 24)" : "rgb(255, 255, 255)", await tab.Ask("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(tab.Complaints);
        Assert.StartsWith("file:///", Assert.Single(tab.Requests));
    }

    [BrowserFact]
    public async Task Pointing_at_an_epoch_shows_its_figures_in_every_chart_and_NaN_where_there_is_none()
    {
        Tab tab = await browser.Open(Report(epochs: 3));
        Assert.Equal("epoch3loss0.333333 epoch3dev accuracy0.6 epoch3learning rate0.01", await Legends());

        JsonNode place = JsonNode.Parse(await tab.Ask("JSON.stringify((({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))(document.querySelector('.u-over').getBoundingClientRect()))"))!;
        await tab.Send("Input.dispatchMouseEvent", new() { ["type"] = "mouseMoved", ["x"] = (double)place["x"]!, ["y"] = (double)place["y"]! });
        Assert.Equal("epoch2loss0.5 epoch2dev accuracyNaN epoch2learning rate0.01", await Legends());
        Assert.Empty(tab.Complaints);

        Task<string> Legends() => tab.Ask("[...document.querySelectorAll('.u-legend')].map(legend => legend.textContent).filter((_, index) => [0, 1, 3].includes(index)).join(' ')");
    }

    [BrowserFact]
    public async Task Names_stay_text_whatever_they_hold()
    {
        const string Hostile = "</script><script>hacked=1</script></td><img src=x onerror=hacked=1>\"'&amp;";
        Trainer<double> trainer = Trainings.Of(Hostile, Trainings.Metric(Hostile));
        var report = new TrainingReport<double>(trainer);
        Trainings.Watch(report, trainer.Run(2));
        report.Write(folder["hostile.html"], new NamedConfusion(new ConfusionMatrix(2), [Hostile, "<!--"], Hostile));
        Tab tab = await browser.Open(folder["hostile.html"]);

        Assert.Equal("2 0 undefined", await tab.Ask("`${document.scripts.length} ${document.images.length} ${typeof hacked}`"));
        foreach (string place in (string[])["h1", ".matrix th[scope=row] span", ".matrix .upright span", "#figures thead tr:last-child th:nth-child(5)", ".confusion h2 small", "figure:nth-child(2) .u-series:nth-child(2) .u-label"])
        {
            Assert.EndsWith(Hostile, await tab.Ask($"document.querySelector('{place}').textContent"));
        }

        Assert.Empty(tab.Complaints);
    }

    [BrowserFact]
    public async Task A_name_that_turns_its_letters_round_leaves_numbers_as_they_are()
    {
        const string Turning = "RMSE \u202e";
        Trainer<double> trainer = Trainings.Of("Products", Trainings.Metric(Turning, largerIsBetter: false));
        Trainings.Report(trainer, 3, epoch => epoch, epoch => 0.25 + epoch).Write(folder["turning.html"], new NamedConfusion(new ConfusionMatrix(2), output: Turning));
        Tab tab = await browser.Open(folder["turning.html"]);

        // The first letter of what follows the name lies left of the last.
        foreach (string place in (string[])["strong", "figure:nth-child(2) figcaption small", "figure:nth-child(2) .u-series:nth-child(2) .u-value"])
        {
            Assert.Equal("true", await tab.Ask($$"""
                (() => {
                  const text = [...document.querySelector('{{place}}').childNodes].at(-1);
                  const at = index => { const range = document.createRange(); range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect().left; };
                  return at(text.length - 4) < at(text.length - 1);
                })()
                """));
        }
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Long_names_leave_everything_on_the_page(int width)
    {
        string name = new('m', 300);
        Trainer<double> trainer = Trainings.Of(name, Trainings.Metric(name));
        Trainings.Report(trainer, 3, epoch => epoch, epoch => epoch).Write(folder["long.html"], new NamedConfusion(new ConfusionMatrix(2), [name, "b"], name));
        Tab tab = await browser.Open(folder["long.html"], width);

        await tab.Ask("document.getElementById('figures').open = true");
        Assert.Equal("true", await tab.Ask("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal("", await tab.Ask("[...document.querySelectorAll('h1, h2, h2 small, figcaption, .u-legend th, .u-legend .u-value')].filter(part => part.getBoundingClientRect().right > innerWidth).map(part => part.outerHTML).join()"));
        Assert.InRange(double.Parse(await tab.Ask("document.querySelector('#figures thead tr:last-child th:nth-child(5)').offsetWidth"), CultureInfo.InvariantCulture), 20, 300);
        Assert.Equal(name, await tab.Ask("document.querySelector('figure:nth-child(2) .u-series:nth-child(2) .u-label').title"));
    }

    [BrowserTheory]
    [InlineData(1e-30, 10)]
    [InlineData(1, 1e6)]
    [InlineData(1e30, 1e6)]
    [InlineData(2.87, 1e8)]
    [InlineData(1e35, 1e6)]
    [InlineData(1e35, 1.1)]
    [InlineData(1e250, 1e10)]
    public async Task An_axis_has_numbers_however_large_they_are(double first, double factor)
    {
        Trainings.Report(Trainings.Of(), 5, epoch => first * Math.Pow(factor, epoch - 1)).Write(folder["large.html"]);
        Tab tab = await browser.Open(folder["large.html"]);

        // Lines of the grid: rows of one colour left of the curve.
        Assert.Equal("true", await tab.Ask("""
            (() => {
              const canvas = document.querySelector('figure canvas');
              const { width, height } = canvas;
              const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
              let lines = 0;
              for (let y = 1; y < height; y++) {
                let drawn = 0;
                for (let x = 0; x < width; x++) {
                  drawn += data[4 * (y * width + x)] === 216 && data[4 * (y * width + x) + 1] === 222 ? 1 : 0;
                }

                lines += drawn > width / 2 ? 1 : 0;
              }

              return lines >= 2 || lines;
            })()
            """));
        Assert.Empty(tab.Complaints);
    }

    [BrowserFact]
    public async Task What_is_infinite_is_called_so()
    {
        Trainings.Report(Trainings.Of("Products", Trainings.Metric("a"), Trainings.Metric("b")), 2, epoch => epoch, _ => double.PositiveInfinity, _ => double.NegativeInfinity).Write(folder["infinite.html"]);
        Tab tab = await browser.Open(folder["infinite.html"]);

        Assert.Equal("∞ −∞", await tab.Ask("[2, 3].map(series => document.querySelector(`figure:nth-child(2) .u-series:nth-child(${series}) .u-value`).textContent).join(' ')"));
        Assert.Empty(tab.Complaints);
    }

    [BrowserFact]
    public async Task Without_scripts_the_figures_stand_open()
    {
        Tab tab = await browser.Open(Report(epochs: 3), scripts: false);

        Assert.Equal("true", await tab.Ask("document.querySelector('noscript').textContent.includes('Without scripts') && document.querySelector('noscript p').offsetHeight > 0"));
        Assert.Equal("true 0", await tab.Ask("`${document.querySelector('#figures table').offsetHeight > 0} ${document.querySelector('#curves').offsetHeight}`"));
    }

    [BrowserFact]
    public async Task On_paper_everything_is_light_and_two_charts_stand_side_by_side()
    {
        Tab tab = await browser.Open(Report(epochs: 3), dark: true);

        await tab.Ask("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal("#0b62c4 330", await tab.Ask(Look));
        await tab.Ask("dispatchEvent(new Event('afterprint'))");
        Assert.StartsWith("#6cb2ff 5", await tab.Ask(Look));
    }

    [BrowserTheory]
    [InlineData(1)]
    [InlineData(2500)]
    public async Task One_epoch_and_thousands_are_drawn_too(int epochs)
    {
        Tab tab = await browser.Open(Report(epochs));

        Assert.Equal("5", await tab.Ask("document.querySelectorAll('figure canvas').length"));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"epoch{epochs}loss"), await tab.Ask("document.querySelector('.u-legend').textContent"));
        Assert.Empty(tab.Complaints);
    }

    private const string Look = "getComputedStyle(document.documentElement).getPropertyValue('--curve1').trim() + ' ' + document.querySelector('.uplot').offsetWidth";

    /// <summary>A report of five charts: a metric with gaps, one far beyond the share of 1, and norms of layers.</summary>
    private string Report(int epochs)
    {
        Trainer<double> trainer = Trainings.Of("Products", Trainings.Metric("dev accuracy"), Trainings.Metric("RMSE", largerIsBetter: false));
        _ = trainer.Run(1).GetEnumerator().MoveNext();
        string file = folder[$"{epochs}.html"];
        Trainings.Report(trainer, epochs, epoch => 1.0 / epoch, epoch => epoch % 10 == 2 ? double.NaN : 0.2 * (epoch % 6), epoch => 123_456.789 / epoch).Write(file, new ConfusionMatrix(12));
        return file;
    }
}
