using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator;

/// <summary>Writes what a network of several inputs or outputs has for each: the place in a row, and a prediction from parts to parts.</summary>
internal sealed class PartsEmitter(CodeWriter code, NetworkPlan plan)
{
    /// <summary>The numbers of the rows that are joined at a time: they stay in the first cache or not far from it.</summary>
    private const int MostOfBlock = 16384;

    private readonly PartModel[] inputs = [.. plan.Model.InputParts];
    private readonly PartModel[] outputs = [.. plan.Model.OutputParts];

    /// <summary>Whether there are several inputs or outputs.</summary>
    public bool AreAny => inputs.Length + outputs.Length > 0;

    private long InputSize => plan.Model.Input.Elements;

    private long OutputSize => plan.Model.Output.Elements;

    /// <summary>Writes the constants.</summary>
    public void Constants()
    {
        foreach ((PartModel part, string row) in inputs.Select(part => (part, "an input")).Concat(outputs.Select(part => (part, "an output"))))
        {
            code.Lines(
                $"""
                /// <summary>The numbers of {part.Name}, {part.Shape}.</summary>
                public const int {part.Name}Size = {Text.Number(part.Shape.Elements)};

                /// <summary>The numbers of {row} before {part.Name}.</summary>
                public const int {part.Name}Offset = {Text.Number(part.Offset)};

                """);
        }
    }

    /// <summary>Writes the member that predicts.</summary>
    public void Member()
    {
        code.Line("/// <summary>Predicts from inputs to outputs one by one: one row or many, as <see cref=\"Forward(global::System.ReadOnlySpan{float}, global::System.Span{float})\"/> does from whole rows.</summary>");
        string[] names = [.. Names(inputs.Select(part => part.Name), outputs.Select(part => part.Name))];
        int first = inputs.Length > 0 ? inputs.Length : 1;
        for (int index = 0; index < names.Length; index++)
        {
            (PartModel[] parts, string size, string verb, int place) = index < first ? (inputs, "InputSize", "", index) : (outputs, "OutputSize", "Receives ", index - first);
            code.Line($"/// <param name=\"{names[index].TrimStart('@')}\">{verb}[rows, <see cref=\"{(parts.Length > 0 ? $"{parts[place].Name}Size" : size)}\"/>].</param>");
        }

        bool whole = plan.Model.ReadsWhole;
        code.Line("/// <exception cref=\"global::System.ArgumentException\">A length does not fit.</exception>");
        if (whole)
        {
            code.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">What must be a whole number is another, or out of its range.</exception>");
        }

        using (code.Block($"public void {GeneratedMembers.OfParts}({Signature(names, first)})"))
        {
            for (int index = 0; whole && index < first; index++)
            {
                string place = inputs.Length > 0 ? $", {Text.Number(inputs[index].Offset)}, {Text.Number(inputs[index].Shape.Elements)}" : "";
                code.Line($"Description.Domain.Check({names[index]}{place});");
            }

            code.Line($"global::{NetworkEmitter.Namespace}.Parts.Predict(ref this.parameters.First, {string.Join(", ", names)});");
        }
    }

    /// <summary>The parameters of the member that predicts, of a network whose inputs and outputs have these names.</summary>
    public static string Signature(IEnumerable<string> inputs, IEnumerable<string> outputs) =>
        Signature([.. Names(inputs, outputs)], inputs.Any() ? inputs.Count() : 1);

    /// <summary>Writes the class that joins and takes apart.</summary>
    public void Mathematics()
    {
        long row = (inputs.Length > 0 ? InputSize : 0) + (outputs.Length > 0 ? OutputSize : 0);
        long most = System.Math.Max(1, MostOfBlock / row);
        (string Name, int Size, int Offset)[] from = [.. inputs.Select((part, index) => ($"input{Text.Number(index + 1)}", (int)part.Shape.Elements, part.Offset))];
        (string Name, int Size, int Offset)[] to = [.. outputs.Select((part, index) => ($"output{Text.Number(index + 1)}", (int)part.Shape.Elements, part.Offset))];
        string[] names = [.. Names(inputs.Select(part => part.Name), outputs.Select(part => part.Name)).Select(name => name.TrimStart('@'))];
        (string Name, int Size)[] arguments =
        [
            .. from.Length > 0 ? from.Select(part => (part.Name, part.Size)) : [("inputs", (int)InputSize)],
            .. to.Length > 0 ? to.Select(part => (part.Name, part.Size)) : [("outputs", (int)OutputSize)],
        ];
        int first = from.Length > 0 ? from.Length : 1;

        code.Comment("Joins inputs to rows, and takes rows apart into outputs.");
        using (code.Block("file static class Parts"))
        using (code.Block($"public static void Predict(ref float parameters, {Signature([.. arguments.Select(argument => argument.Name)], first, "")})"))
        {
            code.Line($"int rows = global::NetGen.RowParts.Rows({arguments[0].Name}.Length, {Text.Number(arguments[0].Size)}, \"{names[0]}\");");
            for (int index = 1; index < arguments.Length; index++)
            {
                code.Line($"global::NetGen.Expect.Length({arguments[index].Name}.Length, rows, {Text.Number(arguments[index].Size)}, \"{names[index]}\");");
            }

            code.Line($"Span<float> memory = global::NetGen.RowParts.Memory(Math.Min(rows, {Text.Number(most)}) * {Text.Number(row)});");
            code.Line("int count;");
            using (code.Block("for (int first = 0; first < rows; first += count)"))
            {
                code.Line($"count = Math.Min({Text.Number(most)}, rows - first);");
                code.Line(from.Length > 0 ? $"Span<float> x = memory.Slice(0, count * {Text.Number(InputSize)});" : $"ReadOnlySpan<float> x = inputs.Slice(first * {Text.Number(InputSize)}, count * {Text.Number(InputSize)});");
                code.Line(to.Length > 0
                    ? $"Span<float> y = memory.Slice({(from.Length > 0 ? $"count * {Text.Number(InputSize)}" : "0")}, count * {Text.Number(OutputSize)});"
                    : $"Span<float> y = outputs.Slice(first * {Text.Number(OutputSize)}, count * {Text.Number(OutputSize)});");
                foreach ((string name, int size, int offset) in from)
                {
                    code.Line($"global::NetGen.RowParts.Join({name}.Slice(first * {Text.Number(size)}, count * {Text.Number(size)}), {Text.Number(size)}, x, {Text.Number(InputSize)}, {Text.Number(offset)});");
                }

                const string Row = "ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference";
                using (code.Block("if (rows == 1)"))
                {
                    code.Line($"Mathematics.PredictRow(ref parameters, {Row}(x), {Row}(y));");
                }

                using (code.Block("else"))
                {
                    code.Line($"Mathematics.Predict(count, ref parameters, {Row}(x), {Row}(y));");
                }

                foreach ((string name, int size, int offset) in to)
                {
                    code.Line($"global::NetGen.RowParts.Take(y, {Text.Number(OutputSize)}, {Text.Number(offset)}, {name}.Slice(first * {Text.Number(size)}, count * {Text.Number(size)}), {Text.Number(size)});");
                }
            }
        }
    }

    private static string Signature(IReadOnlyList<string> names, int inputs, string qualifier = "global::System.") => string.Join(", ", names.Select((name, index) =>
        $"{qualifier}{(index < inputs ? "ReadOnlySpan" : "Span")}<float> {name}"));

    /// <summary>What the parameters are called: the names with a small letter first, unless two would be the same.</summary>
    private static IEnumerable<string> Names(IEnumerable<string> inputs, IEnumerable<string> outputs)
    {
        string[] written = [.. inputs.DefaultIfEmpty("inputs"), .. outputs.DefaultIfEmpty("outputs")];
        string[] small = [.. written.Select(name => char.ToLowerInvariant(name[0]) + name.Substring(1))];
        var taken = new HashSet<string>();
        foreach (string name in small.Distinct().Count() == small.Length ? small : written)
        {
            string free = name;
            while (!taken.Add(free))
            {
                free += "_";
            }

            yield return SyntaxFacts.GetKeywordKind(free) == SyntaxKind.None ? free : $"@{free}";
        }
    }
}
