using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using NetGen.Samples.Charts;
using Xunit;

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
}
