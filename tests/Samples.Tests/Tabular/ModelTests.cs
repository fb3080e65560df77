using System;
using System.Linq;
using NetGen.Data;
using NetGen.Files;
using NetGen.Reference;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tabular.Tests;

public sealed class ModelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_saved_model_is_the_same_when_it_is_loaded()
    {
        Model model = Make();
        model.Save(folder["m.safetensors"]);
        var loaded = Model.Load(folder["m.safetensors"]);

        Assert.Equal(model.Schema.ToJson(), loaded.Schema.ToJson());
        Assert.Equal(model.Network.Parameters.ToArray(), loaded.Network.Parameters.ToArray());
        Assert.Equal(model.Metadata.Targets!.Mean.AsEnumerable(), loaded.Metadata.Targets!.Mean.AsEnumerable());
    }

    [Theory]
    [InlineData(null, "m.safetensors holds no table's columns; expected a file that this program saved.")]
    [InlineData("{", "m.safetensors: its description of the table is damaged: ")]
    [InlineData("null", "m.safetensors: its description of the table is damaged: ")]
    [InlineData("""{"Target":"b","Classes":0,"Columns":[]}""", "m.safetensors: its description of the table is damaged: ")]
    [InlineData("""{"Target":"b","Classes":0,"Columns":[null]}""", "m.safetensors: its description of the table is damaged: ")]
    [InlineData("""{"Target":"b","Classes":0,"Columns":[{"$type":"category","Name":"a","Categories":null}]}""", "m.safetensors: its description of the table is damaged: ")]
    [InlineData("""{"Target":"b","Classes":3,"Columns":[{"$type":"number","Name":"a","Mean":0,"Gaps":false}]}""", "m.safetensors: The file does not fit Classifier: ")]
    public void A_file_whose_columns_are_missing_or_damaged_is_refused(string? schema, string message)
    {
        Model model = Make();
        var writer = new TensorFileWriter();
        NetworkFile.AddMetadata(writer, model.Network.Description, model.Metadata);
        NetworkFile.Add<float>(writer, model.Network.Description, model.Network.Layout, model.Network.Parameters);
        if (schema is not null)
        {
            writer.Note("tabular.schema", schema);
        }

        writer.Save(folder["m.safetensors"]);

        Assert.Contains(message, Assert.Throws<DataException>(() => Model.Load(folder["m.safetensors"])).Message);
    }

    [Fact]
    public void A_model_without_its_standardization_is_refused()
    {
        Model model = Make();
        (model with { Metadata = model.Metadata with { Inputs = null } }).Save(folder["m.safetensors"]);

        Assert.Contains("lacks the standardization", Assert.Throws<DataException>(() => Model.Load(folder["m.safetensors"])).Message);
    }

    [Theory]
    [InlineData("median house value", "MedianHouseValue")]
    [InlineData("class", "Class")]
    [InlineData("2nd", "Model2nd")]
    [InlineData("größe", "GrE")]
    [InlineData("?", "Model")]
    public void A_declared_class_is_named_after_its_target(string target, string name) =>
        Assert.Contains($"public sealed partial class {name};", Declaration.Of(Make().Schema with { Target = target }, [], file: null));

    [Fact]
    public void Names_cannot_break_out_of_the_declarations_comments()
    {
        Schema schema = new("<b>\nint x;", 0, [new NumberColumn("a\r\n#error", 0, Gaps: false)]);

        string[] lines = Declaration.Of(schema, [], "f\n#error").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Matches(@"^(//|\[|public sealed partial class BIntX;)", line));
        Assert.Contains("&lt;b&gt; int x;", lines[0]);
    }

    private static Model Make()
    {
        var schema = new Schema("b", 0, [new NumberColumn("a", 1.5, Gaps: true), new CategoryColumn("c", ["", "é\"\n"])]);
        return new Model(
            schema, new ReferenceNetwork<float>(Architecture.Of(schema).Exact(schema), seed: 5),
            new NetworkMetadata { Inputs = new Standardization([1, 0, 0, 0], [2, 1, 1, 1]), Targets = new Standardization([10], [3]) });
    }
}
