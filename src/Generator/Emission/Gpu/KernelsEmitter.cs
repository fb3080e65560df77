using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the kernels of a network: one for every launch that is not the library's own, and products that two passes share once.</summary>
internal sealed class KernelsEmitter(CodeWriter code, GpuNetwork network)
{
    private const string OfPredicting = "ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> outputs, int rows";
    private const string OfTraining =
        "ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<int> labels, ArrayView<float> targets, ArrayView<float> weights, ArrayView<float> costs, int rows, int labelled, int weighted, float scale, ulong stepKey";

    private NetworkPlan Plan => network.Plan;

    public void Write()
    {
        code.Comment("The kernels; a launch runs one of them in many groups of threads.");
        using (code.Block($"file static class {GpuEmitter.Kernels}"))
        {
            var tiles = new DenseTilesEmitter(code, network);
            Launches(network.Predicting, "Predict", tiles);
            if (network.Training is { } training)
            {
                Launches(training, "Train", tiles);
                var updates = new UpdateKernelEmitter(code, network);
                foreach (GpuMatrices matrices in network.Matrices)
                {
                    updates.Write(matrices);
                    code.Line();
                }
            }
        }
    }

    /// <summary>The kernel of a launch by rows.</summary>
    public static string NameOf(string pass, int launch) => $"{pass}{Text.Number(launch + 1)}";

    private void Launches(GpuSchedule schedule, string pass, DenseTilesEmitter tiles)
    {
        for (int index = 0; index < schedule.Launches.Count; index++)
        {
            GpuLaunch launch = schedule.Launches[index];
            if (launch.Scope == GpuScope.Tiles)
            {
                tiles.Write(schedule, launch.Steps[0]);
            }
            else if (launch.Scope == GpuScope.Rows)
            {
                Rows(schedule, launch, NameOf(pass, index));
                code.Line();
            }
        }
    }

    private void Rows(GpuSchedule schedule, GpuLaunch launch, string kernel)
    {
        var rows = new RowsWriter(code, Plan, schedule);
        var heading = new GpuHeading(code, Plan, schedule);
        using (code.Block($"public static void {kernel}({(schedule == network.Training ? OfTraining : OfPredicting)})"))
        {
            code.Line("int lane = Group.IdxX & (Lanes.OfRow - 1), place = Grid.IdxX * Lanes.Rows + Group.IdxX / Lanes.OfRow;");
            code.Comment("lanes behind the last row go along with it and write nothing");
            code.Line("bool active = place < rows;");
            code.Line("int row = active ? place : rows - 1;");
            if (launch.Steps.Any(Reduces))
            {
                code.Line("ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.RowGroup);");
            }

            foreach (GpuStep step in launch.Steps)
            {
                code.Line();
                heading.Write(step);
                Step(step, rows);
            }
        }
    }

    private static bool Reduces(GpuStep step) =>
        step.Pass == GpuPass.Loss || step is { Pass: GpuPass.Forward or GpuPass.InputGradient, Operation: { } operation } && RowsEmitters.Of(operation).Reduces;

    private void Step(GpuStep step, RowsWriter rows)
    {
        switch (step.Pass)
        {
            case GpuPass.Forward:
                RowsEmitters.Of(step.Operation!).Forward(step.Operation!, rows);
                break;
            case GpuPass.Activation:
                ActivateRowsEmitter.BackFused(step.Operation!, rows);
                break;
            case GpuPass.InputGradient:
                RowsEmitters.Of(step.Operation!).Backward(step.Operation!, step.Index, rows);
                break;
            case GpuPass.Loss:
                new LossRowsEmitter(network, rows).Write();
                break;
            case GpuPass.Output:
                int elements = rows.Program.OutputSize;
                string y = rows.Value(rows.Program.Output);
                rows.ForExactElements(elements, () => rows.StoreAt("outputs", $"{PassWriter.Times("row", elements)} + j", $"{y}[j]"));
                break;
        }
    }
}
