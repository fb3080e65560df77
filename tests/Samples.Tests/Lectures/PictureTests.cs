using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using NetGen.Samples.Charts;
using Spectre.Console;
using Xunit;
using Panel = NetGen.Samples.Charts.Panel;

namespace NetGen.Samples.Lectures.Tests;

public sealed class PictureTests
{
    public static TheoryData<string> Ids => [.. Catalogue.All.Select(each => each.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_picture_has_a_title_axes_ticks_and_a_legend(string id)
    {
        Figure figure = Run.Of(id).Figure;
        string text = SvgPicture.Of(figure).ToString();
        var svg = XDocument.Parse(text);

        Assert.DoesNotContain("NaN", text);
        Assert.DoesNotContain("∞", text);
        Assert.Equal(figure.Title, Assert.Single(OfClass("title")).Value);
        Assert.Equal(figure.Panels.Length, OfClass("axes").Length);
        Assert.Equal(figure.Panels.SelectMany(panel => new[] { panel.X.Label, panel.Y.Label }), OfClass("axis").Select(label => label.Value));
        Assert.DoesNotContain("", OfClass("axis").Select(label => label.Value));
        Assert.All(OfClass("panel"), panel => Assert.InRange(panel.Descendants().Count(each => (string?)each.Attribute("class") == "tick"), 5, 40));
        string[] legend = [.. Assert.Single(OfClass("legend")).Descendants().Where(each => each.Name.LocalName == "text").Select(each => each.Value)];
        Assert.Equal([.. figure.Series, .. figure.Regions.SelectMany(regions => new[] { regions.Low, regions.High }).Distinct()], legend);

        XElement[] OfClass(string name) => [.. svg.Descendants().Where(each => (string?)each.Attribute("class") == name)];
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_lies_outside_the_picture_and_no_labels_of_an_axis_touch(string id)
    {
        XElement svg = SvgPicture.Of(Run.Of(id).Figure).Root!;
        (double width, double height) = (Number(svg, "width"), Number(svg, "height"));
        foreach (XElement panel in svg.Elements().Where(each => (string?)each.Attribute("class") == "panel"))
        {
            double[] place = [.. ((string)panel.Attribute("transform")!)["translate(".Length..^1].Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
            XElement[] texts = [.. panel.Elements().Where(each => each.Name.LocalName == "text" && each.Attribute("transform") is null)];
            Assert.All(texts, text =>
            {
                Assert.InRange(place[0] + Number(text, "x") - (text.Value.Length * ((string)text.Attribute("text-anchor")! == "end" ? 7 : 3.5)), 0, width);
                Assert.InRange(place[1] + Number(text, "y"), 0, height);
            });
            var across = texts.Where(text => (string?)text.Attribute("class") == "tick" && (string)text.Attribute("text-anchor")! == "middle").ToArray();
            Assert.All(across.Zip(across.Skip(1)), pair => Assert.True(Number(pair.Second, "x") - Number(pair.First, "x") > 3.5 * (pair.First.Value.Length + pair.Second.Value.Length), $"{pair.First.Value} and {pair.Second.Value}"));
        }

        static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_to_see_is_two_sentences(string id) =>
        Assert.Equal(2, Catalogue.Find(id)!.ToSee.Split(". ", StringSplitOptions.RemoveEmptyEntries).Length);

    [Theory]
    [InlineData(0, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-10, 10, 4, "−10 −5 0 5 10")]
    [InlineData(0, 3000, 3, "0 1,000 2,000 3,000")]
    public void Ticks_are_round_numbers(double from, double to, int most, string labels) =>
        Assert.Equal(labels, string.Join(' ', Scale.Of(new Axis("x", From: from, To: to), [from]).Ticks(most).Select(tick => tick.Label)));

    [Theory]
    [InlineData(1e-4, 1, 4, "10⁻⁴ 10⁻³ 10⁻² 10⁻¹ 10⁰")]
    [InlineData(1e-20, 1, 4, "10⁻²⁰ 10⁻¹⁵ 10⁻¹⁰ 10⁻⁵ 10⁰")]
    [InlineData(4, 64, 5, "5 10 20 50")]
    public void Ticks_of_a_logarithmic_axis_are_powers_of_ten(double from, double to, int most, string labels) =>
        Assert.Equal(labels, string.Join(' ', Scale.Of(new Axis("x", Logarithmic: true, from, to), [from]).Ticks(most).Select(tick => tick.Label)));

    [Theory]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(0, true)]
    public void A_number_without_a_place_is_refused(double number, bool logarithmic) =>
        Assert.Contains("a number without a place", Assert.Throws<ArgumentException>(() => new Panel("", new Axis("x"), new Axis("y", logarithmic), new Line("", [1], [number]))).Message);

    [Theory]
    [InlineData(1, 1 + 4e-16)]
    [InlineData(1e16, 1e16 + 2)]
    [InlineData(1e4, 1e4 + 1e-11)]
    [InlineData(3, 3)]
    [InlineData(0, 5e-324)]
    [InlineData(-1e300, 1e300)]
    public void Numbers_that_lie_close_together_or_far_apart_are_drawn(double first, double second)
    {
        foreach (bool logarithmic in first > 0 ? new[] { false, true } : [false])
        {
            var figure = new Figure("t", new Panel("p", new Axis("x"), new Axis("y", logarithmic), new Line("l", [1, 2, 3], [first, second, first])));
            string text = Drawn(figure);

            Assert.DoesNotContain("NaN", text);
            Assert.DoesNotContain("∞", text);
            Assert.DoesNotContain("Infinity", text);
            Assert.InRange(figure.Panels[0].YScale.Ticks(10).Count, logarithmic ? 0 : 2, 20);
        }
    }

    [Theory]
    [InlineData(1e-300, 1e300)]
    [InlineData(1e299, 1e300)]
    public void A_logarithmic_axis_ends_where_numbers_do(double first, double second)
    {
        var scale = Scale.Of(new Axis("y", Logarithmic: true), [first, second]);

        Assert.All(scale.Ticks(10), tick => Assert.InRange(scale.Share(tick.Number), 0, 1));
        Assert.True(double.IsFinite(scale.At(1)));
    }

    [Fact]
    public void What_lies_far_outside_an_axis_has_a_place() =>
        Assert.DoesNotContain("Infinity", Drawn(new Figure("t", new Panel("p", new Axis("x"), new Axis("y", From: 0, To: 1e-20), new Line("l", [1, 2], [0, 1e300])))));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(1, 1)]
    public void An_axis_ends_above_its_beginning(double from, double to) => Refused(
        $"'x' begins at {from} and ends at {to}; expected From below To.", () => Scale.Of(new Axis("x", From: from, To: to), [2]));

    [Theory]
    [InlineData(1.7e308)]
    [InlineData(-1.7e308)]
    public void A_number_beyond_any_axis_is_refused(double number) => Refused(
        "'y' has a number without a place; expected numbers from -1e300 to 1e300.", () => new Panel("", new Axis("x"), new Axis("y"), new Line("", [1], [number])));

    [Fact]
    public void What_cannot_be_drawn_is_refused_where_it_is_made()
    {
        Refused("'l' has 3 places on the horizontal axis and 2 on the vertical one; expected one of each for every point.", () => new Line("l", [1, 2, 3], [1, 2]));
        Refused("'d' has 1 places on the horizontal axis and 2 on the vertical one; expected one of each for every point.", () => new Dots("d", [1], [1, 2]));
        Refused("The figure 't' has no panels; expected one at least.", () => new Figure("t"));
        Refused("The grid of regions has 1 rows and 1 columns; expected 2 of each at least.", () => new Regions("a", "b", [1], [1], [1]));
        Refused("Regions have 3 values; expected 4, one for every place of 2 rows and 2 columns.", () => new Regions("a", "b", [1, 2], [1, 2], [1, 0, 1]));
        Refused("Regions have a value that is not finite; expected finite ones.", () => new Regions("a", "b", [1, 2], [1, 2], [1, 0, 1, double.NaN]));
        Refused("The colours of regions are from 1 to 1; expected From below To, both finite.", () => new Regions("a", "b", [1, 2], [1, 2], [1, 0, 1, 1], 1, 1));
    }

    [Fact]
    public void What_XML_cannot_hold_is_replaced()
    {
        var line = new Line("l\ud800", [1], [1]);

        string title = XDocument.Parse(SvgPicture.Of(new Figure("a\0b\udc00😀", new Panel("\u0001", new Axis("x\0"), new Axis("y"), line))).ToString()).Root!.Elements().First().Value;

        Assert.Equal("a\ufffdb\ufffd😀", title);
    }

    private static string Drawn(Figure figure)
    {
        using var screen = new StringWriter();
        TerminalPicture.Show(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(screen) }), figure);
        return $"{SvgPicture.Of(figure)}{screen}";
    }

    private static void Refused(string message, Func<object> made) => Assert.StartsWith(message, Assert.Throws<ArgumentException>(made).Message);
}
