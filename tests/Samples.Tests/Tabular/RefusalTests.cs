using System;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tabular.Tests;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "t.csv is empty; expected a line of column names and rows below it.")]
    [InlineData("a,b\n", "t.csv has a header and no rows below it.")]
    [InlineData("a,,b\n1,2,x\n", "t.csv: column 2 of 3 has no name in the header; give it one.")]
    [InlineData("a,b,a\n1,2,x\n", "t.csv: two columns are named 'a'; every column needs a name of its own.")]
    [InlineData("1,2\n3,4\n", "t.csv: expected column names in the first line, found numbers: 1, 2. Put a line with names above them.")]
    [InlineData("a,b\n1,x\n1,2,y\n", "t.csv, line 3: expected 2 cells, as the header has; found 3.")]
    [InlineData("a,b\n1,\"x\n2,y\n", "t.csv: Malformed CSV in record 2 (line 2): a quoted field that is never closed (byte offset 13).")]
    [InlineData("a,c\n1,2\n", "t.csv has no column 'b'; it has a, c.")]
    [InlineData("a,b\n1,\n2,NA\n", "t.csv: no row has a 'b', which is to be predicted.")]
    [InlineData("a,b\n1,x\n2,x\n", "t.csv: 'b' is 'x' in every row; a classifier needs two classes or more.")]
    [InlineData("a,b\n1,x\n2,y\n", "t.csv: 2 rows are too few to split 60/20/20 into rows to train on, to end the training by, and to test on.")]
    [InlineData("b\nx\ny\n", "t.csv: no column is left to predict 'b' from.")]
    [InlineData("a,b\n1,x\n2,y\nmany,x\n4,y\n", "t.csv, line 4, column 'a': expected a number, as 3 of 4 values are; found 'many'. Correct it, leave it empty, or use --categories \"a\".")]
    [InlineData("a,b\n1,x\n2,y\ninf,x\n4,y\n", "t.csv, line 4, column 'a': expected a number, as 3 of 4 values are; found 'inf'. Correct it, leave it empty, or use --categories \"a\".")]
    [InlineData("a,b\n1,x\n2,y\n1e999,x\n4,y\n", "t.csv, line 4, column 'a': expected a number, as 3 of 4 values are; found '1e999'. Correct it, leave it empty, or use --categories \"a\".")]
    [InlineData("a,b\n,x\nnan,y\n?,x\nNA,y\n", "t.csv: column 'a' is empty in every row. Leave it out: --ignore \"a\"")]
    [InlineData("a,b\n1,0.5\n2,0.7\n3,big\n4,1.5\n", "t.csv, line 4, column 'b': expected a number, as 3 of 4 targets are; found 'big'. Correct it, or use --task classify.")]
    public void A_table_that_cannot_be_used_says_what_and_where(string csv, string message)
    {
        folder.Write("t.csv", csv);

        Refused(message, Options());
    }

    [Fact]
    public void A_target_that_is_always_the_same_number_is_refused()
    {
        folder.Write("t.csv", "a,b\n1,2.5\n2,2.5\n");

        Refused("t.csv: 'b' is 2.5 in every row; there is nothing to learn.", Options());
    }

    [Fact]
    public void A_column_that_names_the_rows_is_refused_with_the_option_that_leaves_it_out()
    {
        folder.Write("t.csv", Rows("name,b", row => $"n{row},{row % 2}"));

        Refused("t.csv: 'name' has 120 different texts; a column of categories may have 50. Leave out what names rows instead of describing them: --ignore \"name\"", Options());
    }

    [Fact]
    public void More_classes_than_the_sample_has_room_for_are_refused()
    {
        folder.Write("t.csv", Rows("a,b", row => $"{row},c{row}"));

        Refused("t.csv: 'b' has 200 different values; this sample tells at most 64 classes apart. Is it the column that names the rows?", Options());
    }

    [Fact]
    public void More_inputs_than_the_sample_has_room_for_are_refused()
    {
        int[] columns = [.. System.Linq.Enumerable.Range(0, 300)];
        folder.Write("t.csv", Rows($"{string.Join(',', columns)}x,b", row => $"{string.Join(',', columns)},{row % 2}"));

        Assert.StartsWith("t.csv: the columns become 300 inputs; this sample has room for 256.", Refusal(Options()));
    }

    [Fact]
    public void The_target_cannot_be_a_column_that_it_is_predicted_from()
    {
        folder.Write("t.csv", "a,b\n1,x\n2,y\n");

        Refused("'b' is to be predicted; it cannot be one of --columns as well.", Options() with { Columns = ["a", "b"] });
    }

    [Fact]
    public void A_column_to_ignore_that_is_not_there_is_refused()
    {
        folder.Write("t.csv", "a,b\n1,x\n2,y\n");

        Refused("t.csv has no column 'c'; it has a, b.", Options() with { Ignore = ["c"] });
    }

    private static string Rows(string header, Func<int, string> row)
    {
        var lines = new System.Text.StringBuilder($"{header}\n");
        for (int index = 0; index < 200; index++)
        {
            lines.Append($"{row(index)}\n");
        }

        return lines.ToString();
    }

    private TrainOptions Options() => new(
        folder["t.csv"], "b", [], [], [], TargetKind.Auto, [0.6, 0.2, 0.2], new TrainingPlan(Epochs: 1, Seed: 1), Save: null, Declare: false);

    private static void Refused(string message, TrainOptions options) => Assert.Equal(message, Refusal(options));

    private static string Refusal(TrainOptions options) => Assert.Throws<DataException>(() => TrainCommand.Run(options)).Message;
}
