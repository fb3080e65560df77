using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using NetGen.Data;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tabular.Tests;

public sealed class SchemaTests : IDisposable
{
    private static readonly ImmutableArray<int> FirstThree = [0, 1, 2];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_gap_becomes_the_mean_of_the_training_rows_and_an_input_says_so()
    {
        Table table = Read("a,b\n1,x\n?,x\n5,x\n100,x\n");
        Schema schema = Fit(table, FirstThree, "a");

        Assert.Equal(["a", "a is missing"], schema.Inputs);
        Assert.Equal([1, 0, 3, 1, 5, 0, 100, 0], schema.Encode(table));
    }

    [Fact]
    public void Categories_are_those_of_the_training_rows_and_one_that_they_lack_is_none()
    {
        Table table = Read("a,b\nred,x\n,x\nblue,x\ngreen,x\n");
        Schema schema = Fit(table, FirstThree, "a");

        Assert.Equal(["a is missing", "a = blue", "a = red"], schema.Inputs);
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0], schema.Encode(table));
        Assert.Equal([("a", 1)], schema.Unknown(table));
    }

    [Fact]
    public void Numbers_are_standardized_by_the_training_rows_alone_and_categories_stay_0_and_1()
    {
        Table table = Read("a,constant,c,b\n1,7,r,x\n3,7,s,x\n5,7,r,x\n1000,8,s,x\n");
        Schema schema = Fit(table, FirstThree, "a", "constant", "c");
        double[] inputs = schema.Encode(table);
        Standardization figures = schema.Fit(inputs, FirstThree);

        Assert.Equal([3, 7, 0, 0], figures.Mean.AsEnumerable());
        Assert.Equal(Math.Sqrt(8.0 / 3), figures.Deviation[0], 12);
        Assert.Equal([1, 1, 1], figures.Deviation.Skip(1));
        float[] standardized = schema.Standardize(table, inputs, figures);
        Assert.Equal([1f, 0f, 1f], standardized[13..]); // the constant column's 8 is one above its 7
    }

    [Fact]
    public void A_number_too_far_from_the_training_rows_is_refused_with_its_place()
    {
        Table table = Read("a,b\n1,x\n2,x\n3,x\n1e100,x\n");
        Schema schema = Fit(table, FirstThree, "a");
        double[] inputs = schema.Encode(table);
        Standardization figures = schema.Fit(inputs, FirstThree);

        Assert.StartsWith("t.csv, line 5: 'a' is 1.2E+100 deviations", Assert.Throws<DataException>(() => schema.Standardize(table, inputs, figures)).Message);
    }

    [Fact]
    public void Semicolons_a_byte_order_mark_decimal_commas_and_line_breaks_in_quotes_are_read()
    {
        File.WriteAllText(folder["t.csv"], "länge;\"a\r\nb\";b\r\n1,5;\"say \"\"x\"\"\";ja\r\n-2;\"two\r\nlines\";nein\r\n3;y;ja\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Table table = TableReader.Read(folder["t.csv"]);

        Assert.Equal(["länge", "a\r\nb", "b"], table.Columns);
        Assert.Equal(["1,5", "say \"x\"", "ja"], table.Rows[0].Cells);
        Assert.Equal([3L, 4L, 6L], table.Rows.Select(row => row.Line));
        Assert.Equal([1.5, -2, 3], Fit(table, FirstThree, "länge").Encode(table));
    }

    [Theory]
    [InlineData("1,2,3,1,2,3", typeof(ClassTarget))]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11", typeof(NumberTarget))]
    [InlineData("0.5,1,2,0.5", typeof(NumberTarget))]
    [InlineData("a,b,a", typeof(ClassTarget))]
    public void The_target_is_a_number_where_it_has_many_or_broken_ones(string values, Type expected) =>
        Assert.IsType(expected, TargetReader.Read(Read("b\n" + values.Replace(',', '\n')), "b", TargetKind.Auto));

    [Fact]
    public void Classes_are_in_the_order_of_their_numbers()
    {
        var target = (ClassTarget)TargetReader.Read(Read("b\n10\n9\n2\n10\n"), "b", TargetKind.Auto);

        Assert.Equal(["2", "9", "10"], target.Names.AsEnumerable());
        Assert.Equal([2, 1, 0, 2], target.Labels);
    }

    [Fact]
    public void Rows_without_a_target_are_left_out() =>
        Assert.Equal([2L, 4L], TargetReader.WithTarget(Read("a,b\n1,x\n2,\n3,y\n4,?\n"), "b").Rows.Select(row => row.Line));

    private static Schema Fit(Table table, ImmutableArray<int> train, params string[] columns) =>
        new("b", 2, ColumnFitter.Fit(table, columns, [], train));

    private Table Read(string csv)
    {
        folder.Write("t.csv", csv);
        return TableReader.Read(folder["t.csv"]);
    }
}
