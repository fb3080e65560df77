using System.Collections.Immutable;
using System.Text;

namespace NetGen.Samples.Tabular;

/// <summary>The network of a table as C#: the class that, in a project of the user's, is compiled for exactly this table.</summary>
internal static class Declaration
{
    public static string Of(Schema schema, ImmutableArray<string> classes, string? file)
    {
        string name = Identifier(schema.Target);
        NetworkDescription network = Architecture.Of(schema).Exact(schema);
        var text = new StringBuilder();
        text.Append($"/// <summary>{Escaped(schema.Target)} from {schema.Inputs.Count} inputs: {Escaped(string.Join(", ", schema.Inputs))}.</summary>\n");
        if (classes.Length > 0)
        {
            text.Append($"/// <remarks>Outputs: the probabilities of {Escaped(string.Join(", ", classes))}.</remarks>\n");
        }

        text.Append($"[Network]\n[Input({network.InputSize})]\n");
        for (int layer = 0; layer < network.Layers.Length; layer++)
        {
            if (network.Layers[layer] is DenseDescription dense)
            {
                string activation = network.Layers.ElementAtOrDefault(layer + 1) is ActivateDescription next ? $", Activation.{next.Activation}" : "";
                text.Append($"[Dense({dense.Units}{activation})]\n");
            }
        }

        text.Append($"[Loss(Loss.{network.Loss})]\npublic sealed partial class {name};\n");
        return file is null ? text.ToString() : $"{text}\n{Use(schema, name, file)}";
    }

    private static string Use(Schema schema, string name, string file) => $"""
        // var net = new {name}();
        // NetworkMetadata model = net.Load("{OneLine(file)}");
        // model.Inputs!.Apply<float>(inputs);   // {schema.Inputs.Count} numbers a row, in the order above
        // net.Forward(inputs, outputs);{(schema.Classes > 0 ? "" : "\n// model.Targets!.Invert<float>(outputs);")}

        """.ReplaceLineEndings("\n");

    /// <summary>The words of a column's name as the name of a class.</summary>
    private static string Identifier(string column)
    {
        var name = new StringBuilder();
        bool start = true;
        foreach (char letter in column)
        {
            bool belongs = char.IsAsciiLetterOrDigit(letter);
            name.Append(!belongs ? "" : start ? char.ToUpperInvariant(letter) : letter);
            start = !belongs;
        }

        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name.ToString() : $"Model{name}";
    }

    private static string Escaped(string text) => OneLine(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u0085' ? ' ' : letter));
}
