using System.Collections.Immutable;
using NetGen.Data;
using NetGen.Files;
using NetGen.Reference;

namespace NetGen.Samples.Tabular;

/// <summary>From a table to a trained network, judged on rows that it never saw.</summary>
internal static class TrainCommand
{
    public static void Run(TrainOptions options)
    {
        Table all = TableReader.Read(options.File);
        Table table = TargetReader.WithTarget(all, options.Target);
        Target target = TargetReader.Read(table, options.Target, options.Kind);
        IReadOnlyList<string> columns = ColumnChoice.Of(table, options);
        ImmutableArray<ImmutableArray<int>> parts = Split(table, target, options);
        Schema schema = new(options.Target, target.Classes, ColumnFitter.Fit(table, columns, options.Categories, parts[0]));
        ExpectRoom(table, schema);

        double[] inputs = schema.Encode(table);
        var metadata = new NetworkMetadata { Classes = target.Names, Inputs = schema.Fit(inputs, parts[0]), Targets = target.Fit(parts[0]) };
        Findings.Write(all, table, target, schema, parts, inputs);

        IExamples<float> examples = target.Join(schema.Standardize(table, inputs, metadata.Inputs), metadata.Targets);
        IExamples<float>[] sets = [.. parts.Select(examples.Select)];
        ReferenceNetwork<float> network = TrainBars.Show(options.Training, schema, sets[0], sets[1]);
        (ReferenceNetwork<float> linear, _) = options.Training.Run(schema, Architecture.LinearOf(schema), sets[0], sets[1]);
        Console.WriteLine($"\n{sets[2].Count} test rows, which had no part in the training:\n{Comparison.Of(network, linear, metadata, sets[0], sets[2])}");

        if (options.Save is not null)
        {
            new Model(schema, network, metadata).Save(options.Save);
            Console.WriteLine($"\nsaved {options.Save}: weights, columns{(schema.Classes > 0 ? ", classes" : "")} and standardization");
        }

        if (options.Declare)
        {
            Console.WriteLine($"\n{Declaration.Of(schema, metadata.Classes, options.Save)}");
        }
    }

    private static ImmutableArray<ImmutableArray<int>> Split(Table table, Target target, TrainOptions options)
    {
        try
        {
            return target.Split(options.Training.Seed, options.Split);
        }
        catch (ArgumentException)
        {
            throw new DataException($"{table.Name}: {table.Rows.Count} rows are too few to split {string.Join('/', options.Split.Select(share => share * 100))} into rows to train on, to end the training by, and to test on.");
        }
    }

    private static void ExpectRoom(Table table, Schema schema)
    {
        if (schema.Inputs.Count > Classifier.InputSize)
        {
            string widest = string.Join(", ", schema.Columns.OrderByDescending(column => column.Inputs.Count).Take(3).Select(column => $"'{column.Name}' {column.Inputs.Count}"));
            throw new DataException($"{table.Name}: the columns become {schema.Inputs.Count} inputs; this sample has room for {Classifier.InputSize}. Most come from {widest}: leave some out with --ignore.");
        }
    }
}
