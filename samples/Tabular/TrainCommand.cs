using System.Collections.Immutable;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Files;
using NetGen.Reference;
using Spectre.Console;

namespace NetGen.Samples.Tabular;

/// <summary>From a table to a trained network, judged on rows that it never saw.</summary>
internal static class TrainCommand
{
    public static void Run(TrainOptions options)
    {
        Table all = TableReader.Read(options.File);
        Table table = TargetReader.WithTarget(all, options.Target);
        Target target = TargetReader.Read(table, options.Target, options.Task);
        ImmutableArray<ImmutableArray<int>> parts = Split(table, target, options);
        Schema schema = new(options.Target, target is ClassTarget classes ? classes.Names.Length : 0, ColumnFitter.Fit(table, ColumnChoice.Of(table, options), options.Categories, parts[0]));
        ExpectRoom(table, schema);

        double[] inputs = schema.Encode(table);
        var metadata = new NetworkMetadata
        {
            Classes = (target as ClassTarget)?.Names ?? [],
            Inputs = schema.Fit(inputs, parts[0]),
            Targets = target.Fit(parts[0]),
        };
        Findings.Write(all, table, target, schema, parts, inputs);

        metadata.Inputs.Apply<double>(inputs);
        IExamples<float> examples = target.Join(Array.ConvertAll(inputs, input => (float)input), metadata.Targets);
        IExamples<float>[] sets = [.. parts.Select(examples.Select)];
        ReferenceNetwork<float> network = TrainBars.Show(options.Training, Model.Describe(schema), Compiled(schema), sets[0], sets[1]);
        (ReferenceNetwork<float> linear, _) = options.Training.Run(Exact.Of(Linear(schema)(0).Description, inputs.Length / table.Rows.Count, target.Outputs), Linear(schema), sets[0], sets[1]);
        Console.WriteLine($"\n{sets[2].Count} test rows, which had no part in the training:");
        Console.WriteLine(metadata.Targets is null
            ? Comparison.OfClasses(Evaluate.Classification(network, sets[2]).Confusion, Evaluate.Classification(linear, sets[2]).Confusion, metadata.Classes, Comparison.Commonest(sets[0], sets[2]))
            : Comparison.OfNumbers(Evaluate.Regression(network, sets[2], targets: metadata.Targets).Errors, Evaluate.Regression(linear, sets[2], targets: metadata.Targets).Errors, Comparison.Mean(sets[2], metadata.Targets)));

        if (options.Save is not null)
        {
            new Model(schema, network, metadata).Save(options.Save);
            Console.WriteLine($"\nsaved {options.Save}: weights, columns{(target is ClassTarget ? ", classes" : "")} and standardization");
        }

        if (options.Declare)
        {
            Console.WriteLine($"\n{Declaration.Of(schema, metadata.Classes, options.Save)}");
        }
    }

    private static Func<ulong, INetwork<float>> Compiled(Schema schema) => schema.Classes > 0 ? seed => new Classifier(seed) : seed => new Regressor(seed);

    private static Func<ulong, INetwork<float>> Linear(Schema schema) => schema.Classes > 0 ? seed => new LinearClassifier(seed) : seed => new LinearRegressor(seed);

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
