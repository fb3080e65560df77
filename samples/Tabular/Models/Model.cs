using System.Text.Json;
using NetGen.Files;
using NetGen.Reference;

namespace NetGen.Samples.Tabular;

/// <summary>All that a prediction needs: the table's columns, and a network of exactly their inputs and outputs.</summary>
/// <param name="Schema">How rows become inputs.</param>
/// <param name="Network">The network.</param>
/// <param name="Metadata">Classes and standardization.</param>
internal sealed record Model(Schema Schema, ReferenceNetwork<float> Network, NetworkMetadata Metadata)
{
    private const string SchemaNote = "tabular.schema";

    /// <summary>Whether a class is predicted, not a number.</summary>
    public bool Classifies => Schema.Classes > 0;

    /// <summary>Saves everything in one file.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var writer = new TensorFileWriter();
        NetworkFile.AddMetadata(writer, Network.Description, Metadata);
        NetworkFile.Add<float>(writer, Network.Description, Network.Layout, Network.Parameters);
        writer.Note(SchemaNote, Schema.ToJson());
        try
        {
            writer.Save(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be written: {wrong.Message}");
        }
    }

    /// <summary>Loads what <see cref="Save"/> saved.</summary>
    /// <exception cref="DataException">The file is damaged, or another program wrote it.</exception>
    public static Model Load(string path)
    {
        try
        {
            TensorFile file = TensorFile.Read(path);
            if (!file.Metadata.TryGetValue(SchemaNote, out string? json))
            {
                throw new DataException($"{path} holds no table's columns; expected a file that this program saved.");
            }

            var schema = Schema.FromJson(json);
            var network = new ReferenceNetwork<float>(Architecture.Of(schema).Exact(schema));
            NetworkMetadata metadata = network.Load(file);
            return metadata.Inputs is null || metadata.Classes.Length != schema.Classes || metadata.Targets is null != schema.Classes > 0
                ? throw new DataException($"{path} lacks the standardization or the classes that its table needs; expected a file that this program saved.")
                : new Model(schema, network, metadata);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new DataException($"{path}: its description of the table is damaged: {wrong.Message}");
        }
        catch (InvalidDataException wrong)
        {
            throw new DataException(wrong.Message);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read: {wrong.Message}");
        }
    }

    /// <summary>The network's outputs for all rows of a table, in the target's own units: [rows, outputs].</summary>
    public float[] Predict(Table table)
    {
        float[] outputs = new float[table.Rows.Count * Network.Description.OutputSize];
        Network.Forward(Schema.Standardize(table, Schema.Encode(table), Metadata.Inputs!), outputs);
        Metadata.Targets?.Invert<float>(outputs);
        return outputs;
    }
}
