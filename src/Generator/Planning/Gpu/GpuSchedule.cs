using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// A program as launches on a device: products in tiles, what couples the rows of a batch in columns, and all that lies
/// between in one launch by rows. Matrices are given their gradients by launches behind these, which also change them.
/// </summary>
/// <param name="Program">The program.</param>
/// <param name="Launches">The launches, in order.</param>
/// <param name="Buffers">Where tensors lie: they share memory where one is done with before the launch that writes the other.</param>
internal sealed record GpuSchedule(NetworkProgram Program, EquatableArray<GpuLaunch> Launches, BufferPlan Buffers)
{
    /// <summary>A dense layer of one panel and few weights is a step by rows: every group reads all of them.</summary>
    private const int MostOfRows = 8192;

    public static GpuSchedule ForPredicting(NetworkPlan plan)
    {
        NetworkProgram program = plan.Predicting;
        List<GpuStep> steps = Forward(program, training: false);
        steps.Add(new GpuStep(GpuScope.Rows, GpuPass.Output, program.Operations.Count, null));
        return Of(program, steps, training: false);
    }

    public static GpuSchedule ForTraining(NetworkPlan plan)
    {
        NetworkProgram program = plan.Training;
        List<GpuStep> steps = Forward(program, training: true);
        steps.Add(new GpuStep(GpuScope.Rows, GpuPass.Loss, program.Operations.Count, null));
        var vectors = new List<GpuStep>();
        for (int index = program.Operations.Count - 1; index >= 0; index--)
        {
            Operation operation = program.Operations[index];
            if (program.Tensors[operation.Output].Learned)
            {
                steps.AddRange(Back(operation, index, program));
            }

            if (LearnsVectors(operation) && operation.Layer is not BatchNormModel)
            {
                vectors.Add(new GpuStep(GpuScope.Columns, GpuPass.ParameterGradient, index, operation));
            }
        }

        // At the end, so that they do not part what goes by rows.
        steps.AddRange(vectors);
        return Of(program, steps, training: true);
    }

    /// <summary>Where gradients come from.</summary>
    public GradientFlow Flow { get; } = new(Program);

    /// <summary>The dense layers of a program, whose matrices are given their gradients at its end.</summary>
    public static IEnumerable<Operation> Matrices(NetworkProgram program) => program.Operations.Where(operation => operation.Layer is DenseModel);

    private static List<GpuStep> Forward(NetworkProgram program, bool training) =>
        program.Operations.Select((operation, index) => new GpuStep(training && operation.Layer is BatchNormModel ? GpuScope.Columns : ScopeOf(operation), GpuPass.Forward, index, operation)).ToList();

    private static IEnumerable<GpuStep> Back(Operation operation, int index, NetworkProgram program)
    {
        if (operation.Activation is not null)
        {
            yield return new GpuStep(GpuScope.Rows, GpuPass.Activation, index, operation);
        }

        if (operation.Layer is BatchNormModel { Affine: true } || operation.Inputs.Any(input => program.Tensors[input].Learned))
        {
            yield return new GpuStep(operation.Layer is BatchNormModel ? GpuScope.Columns : ScopeOf(operation), GpuPass.InputGradient, index, operation);
        }
    }

    /// <summary>Whether an operation has learned parameters that are no matrix; their gradients lie ready when matrices are given theirs.</summary>
    public static bool LearnsVectors(Operation operation) => operation.Layer is not DenseModel && operation.Layer.Parameters.Count > 0;

    private static GpuScope ScopeOf(Operation operation) =>
        operation.Layer is DenseModel dense && (dense.Units > Padding.Panel || dense.MultiplyAdds > MostOfRows) ? GpuScope.Tiles : GpuScope.Rows;

    private static GpuSchedule Of(NetworkProgram program, List<GpuStep> steps, bool training)
    {
        EquatableArray<GpuLaunch> launches = Launch(steps).ToEquatableArray();
        return new GpuSchedule(program, launches, Place(program, launches, training));
    }

    private static IEnumerable<GpuLaunch> Launch(List<GpuStep> steps)
    {
        for (int index = 0; index < steps.Count;)
        {
            GpuStep step = steps[index++];
            var launched = new List<GpuStep> { step };
            if (step is { Scope: GpuScope.Tiles, Pass: GpuPass.InputGradient } && index < steps.Count
                && steps[index] is { Pass: GpuPass.Activation } next && next.Operation!.Output == step.Operation!.Inputs[0])
            {
                launched[0] = step with { Through = next.Operation };
                index++;
            }

            while (step.Scope == GpuScope.Rows && index < steps.Count && steps[index].Scope == GpuScope.Rows)
            {
                launched.Add(steps[index++]);
            }

            yield return new GpuLaunch(step.Scope, launched.ToEquatableArray());
        }
    }

    private static BufferPlan Place(NetworkProgram program, EquatableArray<GpuLaunch> launches, bool training)
    {
        // The input stays where the caller has it: its rows are padded there.
        var lifetimes = new Lifetimes(program with { StagesInput = false });
        for (int time = 0; time < launches.Count; time++)
        {
            foreach (GpuStep step in launches[time].Steps)
            {
                Touch(step, time, program, lifetimes);
            }
        }

        foreach (Operation operation in training ? Matrices(program) : [])
        {
            lifetimes.Touch(operation.Inputs[0], launches.Count);
            lifetimes.TouchGradient(operation.Output, launches.Count);
        }

        return lifetimes.Place(withGradients: training);
    }

    private static void Touch(GpuStep step, int time, NetworkProgram program, Lifetimes lifetimes)
    {
        if (step.Operation is not { } operation)
        {
            NetworkOutput output = program.Outputs[0];
            lifetimes.Touch(step.Pass == GpuPass.Loss ? output.Last : output.Tensor, time);
            if (step.Pass == GpuPass.Loss)
            {
                lifetimes.TouchGradient(output.Last, time);
            }

            return;
        }

        bool back = step.Pass != GpuPass.Forward;
        lifetimes.TouchMemory(operation, time);
        if (!back || program.KeepsOutput(operation))
        {
            lifetimes.Touch(operation.Output, time);
        }

        if (back)
        {
            lifetimes.TouchGradient(operation.Output, time);
        }

        foreach (int input in operation.Inputs)
        {
            if (!back || operation.Layer.KeepsInput)
            {
                lifetimes.Touch(input, time);
            }

            if (step.Pass == GpuPass.InputGradient && program.Tensors[input].Learned)
            {
                lifetimes.TouchGradient(input, time);
            }
        }

        if (step.Through is { } through)
        {
            lifetimes.Touch(through.Output, time);
        }
    }
}
