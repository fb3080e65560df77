using System.Collections.Immutable;
using System.Globalization;

namespace NetGen.Samples.Tabular;

/// <summary>From a saved model and a table to a prediction of every row, as CSV.</summary>
internal static class PredictCommand
{
    public static void Run(string modelFile, string tableFile)
    {
        Model model = Model.Load(modelFile);
        Table table = TableReader.Read(tableFile);
        float[] outputs = model.Predict(table);
        foreach ((string column, int rows) in model.Schema.Unknown(table))
        {
            Console.Error.WriteLine($"{column}: {rows} rows have categories that no training row had; they count as none");
        }

        Console.WriteLine(model.Classifies ? $"line,{Quoted(model.Schema.Target)},probability" : $"line,{Quoted(model.Schema.Target)}");
        int width = outputs.Length / table.Rows.Count;
        for (int row = 0; row < table.Rows.Count; row++)
        {
            Console.WriteLine($"{table.Rows[row].Line},{Text(outputs[(row * width)..((row + 1) * width)], model.Metadata.Classes)}");
        }
    }

    private static string Text(float[] outputs, ImmutableArray<string> classes) => classes.IsEmpty
        ? outputs[0].ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Quoted(classes[Array.IndexOf(outputs, outputs.Max())])},{outputs.Max():F4}");

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
