using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>Where the rows of tensors lie on a device: the input's where the caller has them, others in <c>memory</c>.</summary>
/// <param name="schedule">The schedule that placed them.</param>
/// <param name="input">What the code calls the input.</param>
internal sealed class GpuRows(GpuSchedule schedule, string input)
{
    /// <summary>From one row to the next.</summary>
    public int Stride(int tensor) => tensor == 0 ? Padding.OfFours(schedule.Program.Tensors[0].Elements) : schedule.Program.Tensors[tensor].Stride;

    /// <summary>From one row of a gradient to the next.</summary>
    public int GradientStride(int tensor) => schedule.Program.Tensors[tensor].Stride;

    /// <summary>All rows of a tensor.</summary>
    public string Values(int tensor) => tensor == 0 ? input : All(schedule.Buffers.Values[tensor], tensor);

    /// <summary>All rows of a tensor's gradient.</summary>
    public string Gradients(int tensor) => All(schedule.Buffers.Gradients[tensor], tensor);

    /// <summary>The row of a tensor that a group's lanes have, up to a multiple of four.</summary>
    public string Value(int tensor) => tensor == 0
        ? $"{input}.SubView({Times("row", Stride(0))}, {Text.Number(Stride(0))})"
        : Row(schedule.Buffers.Values[tensor], tensor);

    /// <summary>The row of its gradient.</summary>
    public string Gradient(int tensor) => Row(schedule.Buffers.Gradients[tensor], tensor);

    private string All(int offset, int tensor) => $"memory.SubView({Start(offset)}, {Times("rows", GradientStride(tensor))})";

    private string Row(int offset, int tensor) =>
        $"memory.SubView({(offset == 0 ? "" : $"{Start(offset)} + ")}{Times("row", GradientStride(tensor))}, {Text.Number(Padding.OfFours(schedule.Program.Tensors[tensor].Elements))})";

    private static string Start(int offset) => offset == 0 ? "0" : Times("rows", offset);
}
