using System.Linq;
using NetGen.Comparison.Reporting;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class SheetTests
{
    [Fact]
    public void Markdown_has_a_heading_a_table_and_the_notes()
    {
        var sheet = new Sheet("Work", ["", "median", "two states"], [["NetGen", "1 µs", ""], ["a|b", "2 µs", "1 / 3"]], ["A note\nof two lines."]);

        Assert.Equal(
            """
            ## Work

            |  | median | two states |
            | --- | ---: | ---: |
            | NetGen | 1 µs |  |
            | a\|b | 2 µs | 1 / 3 |

            A note of two lines.


            """, SheetMarkdown.Of([sheet]), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Columns_that_are_empty_are_left_out()
    {
        Sheet sheet = new Sheet("Work", ["", "median", "two states"], [["NetGen", "1 µs", ""], ["peer", "2 µs", ""]], []).Trimmed();

        Assert.Equal<string>(["", "median"], sheet.Columns);
        Assert.Equal(["NetGen, 1 µs", "peer, 2 µs"], sheet.Rows.Select(row => string.Join(", ", row)));
    }
}
