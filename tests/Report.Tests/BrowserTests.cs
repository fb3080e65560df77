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
