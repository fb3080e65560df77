using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NetGen.Samples.Charts;

/// <summary>A figure as a picture in SVG.</summary>
public static class SvgPicture
{
    private const double Left = 76;
    private const double Top = 34;
    private const double Right = 22;
    private const double Bottom = 56;
    private const double Head = 46;
    private const double LegendLine = 24;
    private const double Letter = 7.1; // the width of one, on the safe side
    private const int Shades = 24;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Writes a figure.</summary>
    /// <returns>The picture, to be saved as a file.</returns>
    public static XDocument Of(Figure figure)
    {
        int columns = figure.Panels.Length switch { <= 3 => figure.Panels.Length, 4 => 2, <= 9 => 3, _ => 5 };
        (double plotWidth, double plotHeight) = columns switch { 1 => (620, 380), 2 => (400, 300), 3 => (310, 240), _ => (200, 150) };
        (double width, double height) = (Left + plotWidth + Right, Top + plotHeight + Bottom);
        double whole = Math.Max(columns * width, (figure.Title.Length * 10) + 40);
        int lines = (figure.Panels.Length + columns - 1) / columns;
        XElement[] legend = [.. Legend(figure, whole, Head + (lines * height) + 18)];
        double end = Head + (lines * height) + 18 + (LegendLine * legend.Select(entry => entry.Attribute("class")!.Value).Distinct().Count());
        return new XDocument(new XElement(
            Svg + "svg",
            new XAttribute("width", Written(whole)), new XAttribute("height", Written(end)), new XAttribute("viewBox", $"0 0 {Written(whole)} {Written(end)}"),
            new XAttribute("font-family", "'Segoe UI', Helvetica, Arial, 'DejaVu Sans', sans-serif"), new XAttribute("font-size", "13"), new XAttribute("fill", "#222222"),
            new XElement(Svg + "title", Readable(figure.Title)),
            Rectangle(0, 0, whole, end, "#FFFFFF"),
            Text(whole / 2, 30, figure.Title, "middle", ("font-size", "19"), ("class", "title")),
            figure.Panels.Select((panel, place) => new XElement(
                Svg + "g",
                new XAttribute("class", "panel"),
                new XAttribute("transform", $"translate({Written(((whole - (columns * width)) / 2) + (place % columns * width) + Left)} {Written((place / columns * height) + Head + Top)})"),
                Drawn(figure, panel, plotWidth, plotHeight))),
            new XElement(Svg + "g", new XAttribute("class", "legend"), legend)));
    }

    private static IEnumerable<XElement> Drawn(Figure figure, Panel panel, double width, double height)
    {
        string clip = $"plot{Array.IndexOf(figure.Panels, panel)}";
        yield return new XElement(Svg + "clipPath", new XAttribute("id", clip), Rectangle(0, 0, width, height, "#FFFFFF"));
        yield return Text(width / 2, -12, panel.Title, "middle", ("font-size", "15"));
        foreach ((double number, string label) in panel.XScale.Ticks((int)(width / 60)))
        {
            double x = panel.XScale.Share(number) * width;
            yield return Stroke(x, 0, x, height, "#E3E3E3");
            yield return Text(x, height + 20, label, "middle", ("class", "tick"));
        }

        foreach ((double number, string label) in panel.YScale.Ticks((int)(height / 36)))
        {
            double y = height - (panel.YScale.Share(number) * height);
            yield return Stroke(0, y, width, y, "#E3E3E3");
            yield return Text(-8, y + 4.5, label, "end", ("class", "tick"));
        }

        yield return new XElement(Svg + "g", new XAttribute("clip-path", $"url(#{clip})"), panel.Marks.SelectMany(mark => Drawn(figure, panel, mark, width, height)));
        yield return new XElement(Svg + "path", new XAttribute("class", "axes"), new XAttribute("d", $"M0 0V{Written(height)}H{Written(width)}"), new XAttribute("fill", "none"), new XAttribute("stroke", "#222222"));
        yield return Text(width / 2, height + 42, panel.X.Label, "middle", ("class", "axis"));
        yield return Text(0, 0, panel.Y.Label, "middle", ("class", "axis"), ("transform", $"translate({Written(18 - Left)} {Written(height / 2)}) rotate(-90)"));
    }

    private static IEnumerable<XElement> Drawn(Figure figure, Panel panel, Mark mark, double width, double height)
    {
        (double X, double Y)[] points = mark is Series
            ? [.. mark.X.Zip(mark.Y, (x, y) => (panel.XScale.Share(x) * width, height - (panel.YScale.Share(y) * height)))]
            : [];
        return mark switch
        {
            Line line => [LineThrough(points, figure.Series.IndexOf(line.Name), line.Dashed)],
            Dots dots => [Scattered(points, figure.Series.IndexOf(dots.Name))],
            Regions regions => Shaded(panel, regions, width, height),
            _ => throw new ArgumentException($"No picture has a {mark.GetType().Name}."),
        };
    }

    private static XElement LineThrough((double X, double Y)[] points, int series, bool dashed) => new(
        Svg + "polyline",
        new XAttribute("points", string.Join(' ', points.Select(point => $"{Written(point.X)},{Written(point.Y)}"))),
        new XAttribute("fill", "none"), new XAttribute("stroke", Palette.Colour(series)), new XAttribute("stroke-width", "2"), new XAttribute("stroke-linejoin", "round"),
        dashed ? new XAttribute("stroke-dasharray", "7 5") : null);

    /// <summary>A circle, a square, a triangle or a rhombus: no two series by colour alone.</summary>
    private static XElement Scattered((double X, double Y)[] points, int series)
    {
        string form = (series % 4) switch
        {
            0 => "m-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0z",
            1 => "m-3.2 -3.2h6.4v6.4h-6.4z",
            2 => "m0 -4.2l4 7h-8z",
            _ => "m0 -4.4l4.4 4.4l-4.4 4.4l-4.4 -4.4z",
        };
        return new(
            Svg + "g",
            new XAttribute("fill", Palette.Colour(series)), new XAttribute("stroke", "#FFFFFF"), new XAttribute("stroke-width", "0.5"),
            points.Select(point => new XElement(Svg + "path", new XAttribute("d", $"M{Written(point.X)} {Written(point.Y)}{form}"))));
    }

    /// <summary>Every row of the grid in pieces of one shade.</summary>
    private static IEnumerable<XElement> Shaded(Panel panel, Regions regions, double width, double height)
    {
        (double halfX, double halfY) = ((regions.X[1] - regions.X[0]) / 2, (regions.Y[1] - regions.Y[0]) / 2);
        for (int row = 0; row < regions.Y.Count; row++)
        {
            double low = height - (panel.YScale.Share(regions.Y[row] - halfY) * height);
            double high = height - (panel.YScale.Share(regions.Y[row] + halfY) * height);
            for (int first = 0, next; first < regions.X.Count; first = next)
            {
                int shade = Shade(row, first);
                for (next = first + 1; next < regions.X.Count && Shade(row, next) == shade; next++)
                {
                }

                double left = panel.XScale.Share(regions.X[first] - halfX) * width;
                double right = panel.XScale.Share(regions.X[next - 1] + halfX) * width;
                XElement piece = Rectangle(left, high, right - left, low - high, Palette.Between((double)shade / Shades));
                piece.Add(new XAttribute("shape-rendering", "crispEdges"));
                yield return piece;
            }
        }

        int Shade(int row, int column) => (int)Math.Round(regions.Share(row, column) * Shades);
    }

    private static IEnumerable<XElement> Legend(Figure figure, double width, double y)
    {
        (string Name, Func<double, double, XElement> Sign)[] entries =
        [
            .. figure.Series.Select((name, place) => (name, figure[name] is Line line
                ? (Func<double, double, XElement>)((x, at) => LineThrough([(x, at), (x + 26, at)], place, line.Dashed))
                : (x, at) => Scattered([(x + 13, at)], place))),
            .. figure.Regions.SelectMany(regions => new[] { (regions.Low, 0.0), (regions.High, 1.0) }).Distinct()
                .Select(end => (end.Item1, (Func<double, double, XElement>)((x, at) => Rectangle(x, at - 7, 26, 14, Palette.Between(end.Item2))))),
        ];
        double x = 24;
        int line = 0;
        foreach ((string name, Func<double, double, XElement> sign) in entries)
        {
            double length = 34 + (name.Length * Letter) + 22;
            if (x > 24 && x + length > width)
            {
                (x, line) = (24, line + 1);
            }

            double at = y + (line * LegendLine);
            yield return new XElement(Svg + "g", new XAttribute("class", $"line{line}"), sign(x, at - 4.5), Text(x + 34, at, name, "start"));
            x += length;
        }
    }

    private static XElement Rectangle(double x, double y, double width, double height, string fill) => new(
        Svg + "rect",
        new XAttribute("x", Written(x)), new XAttribute("y", Written(y)), new XAttribute("width", Written(width)), new XAttribute("height", Written(height)), new XAttribute("fill", fill));

    private static XElement Stroke(double x1, double y1, double x2, double y2, string colour) => new(
        Svg + "line",
        new XAttribute("x1", Written(x1)), new XAttribute("y1", Written(y1)), new XAttribute("x2", Written(x2)), new XAttribute("y2", Written(y2)), new XAttribute("stroke", colour));

    private static XElement Text(double x, double y, string text, string anchor, params (string Name, string Value)[] more) => new(
        Svg + "text",
        new XAttribute("x", Written(x)), new XAttribute("y", Written(y)), new XAttribute("text-anchor", anchor), more.Select(attribute => new XAttribute(attribute.Name, attribute.Value)), Readable(text));

    /// <summary>A text without what XML cannot hold: control characters and halves of pairs.</summary>
    private static string Readable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune));

    private static string Written(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
