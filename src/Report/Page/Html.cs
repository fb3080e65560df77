using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NetGen.Report;

/// <summary>A page that is being written. What stands in braces is data and is escaped, always; the rest is markup.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new();

    /// <summary>Adds markup with data in it.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] Markup markup)
    {
    }

    /// <summary>Adds a file of the page's own, a script or a style.</summary>
    public void AddFile(string content) => text.Append(content);

    public override string ToString() => text.ToString();

    /// <summary>Writes as the compiler takes an interpolated string apart.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly StringBuilder text;

        public Markup(int literalLength, int formattedCount, Html html)
        {
            text = html.text;
            text.EnsureCapacity(text.Length + literalLength + 8 * formattedCount);
        }

        public void AppendLiteral(string markup) => text.Append(markup);

        public void AppendFormatted(string data) => text.Append(Encoder.Encode(data));

        public void AppendFormatted(int number) => text.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>A figure: six digits, which are more than a curve shows.</summary>
        public void AppendFormatted(double figure) => text.Append(figure.ToString("G6", CultureInfo.InvariantCulture));
    }
}
