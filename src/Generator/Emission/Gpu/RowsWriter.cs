using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>
/// Writes the steps that a group does with its rows: where tensors lie, loops over the elements of a lane, sums over a
/// row, and a barrier wherever a step reads what other lanes have written.
/// </summary>
internal sealed class RowsWriter(CodeWriter code, NetworkPlan plan, GpuSchedule schedule)
{
    /// <summary>The lanes of a row; <c>Lanes.OfRow</c> of the library.</summary>
    private const int Lanes = 16;

    private readonly HashSet<string> declared = [];
    private readonly HashSet<string> written = [];
    private readonly GradientFlow flow = new(plan.Training);
    private int reductions;

    public CodeWriter Code => code;

    public NetworkPlan Plan => plan;

    public NetworkProgram Program => schedule.Program;

    public bool Training => schedule.Buffers.Gradients.Count > 0;

    public int Elements(int tensor) => Program.Tensors[tensor].Elements;

    /// <summary>Whether an operation adds to the gradient of one of its inputs, or writes it.</summary>
    public bool Adds(int operation, int slot) => flow.Adds(operation, slot);

    /// <summary>The row of a tensor, which is declared where it first occurs.</summary>
    public string Value(int tensor)
    {
        string name = Program.Tensors[tensor].Name;
        int stride = tensor == 0 ? RoundUp(Elements(0)) : Program.Tensors[tensor].Stride;
        Declare(name, tensor == 0 ? $"x.SubView({Times("row", stride)}, {Text.Number(stride)})" : Row("memory", schedule.Buffers.Values[tensor], tensor), tensor == 0 ? "inputs" : name);
        return tensor == 0 ? "inputs" : name;
    }

    /// <summary>The row of the gradient of a tensor.</summary>
    public string Gradient(int tensor)
    {
        string name = $"d{Program.Tensors[tensor].Name}";
        Declare(name, Row("memory", schedule.Buffers.Gradients[tensor], tensor), name);
        return name;
    }

    /// <summary>A vector of parameters, or statistics.</summary>
    public void DeclareVector(string name, int offset, int length) => Declare(name, $"parameters.SubView({Text.Number(offset)}, {Text.Number(length)})", name);

    /// <summary>The offset of a parameter of an operation; null where it has none of that name.</summary>
    public int? OffsetOf(Operation operation, string parameter) => plan.Parameters.OffsetOf(operation.Node, parameter);

    /// <summary>Makes what other lanes wrote into a row readable.</summary>
    public void ReadAcross(string row)
    {
        if (written.Contains(row))
        {
            code.Line("Group.Barrier();");
            written.Clear();
        }
    }

    /// <summary>Loops over the elements of a lane, of rows that end at a multiple of four.</summary>
    public void ForElements(int elements, Action body, string index = "j")
    {
        using (code.Block($"for (int {index} = lane; {index} < {Text.Number(RoundUp(elements))}; {index} += {Text.Number(Lanes)})"))
        {
            body();
        }
    }

    /// <summary>Stores an element; what follows the last is zero.</summary>
    public void Store(string row, string value, int elements, string index = "j")
    {
        written.Add(row);
        using (code.Block("if (active)"))
        {
            code.Line($"{row}[{index}] = {Masked(value, elements, index)};");
        }
    }

    /// <summary>A value, or zero behind the last element.</summary>
    public static string Masked(string value, int elements, string index = "j", string otherwise = "0f") =>
        elements % 4 == 0 ? value : $"{index} < {Text.Number(elements)} ? {value} : {otherwise}";

    /// <summary>Remembers that a lane wrote into a row.</summary>
    public void Wrote(string row) => written.Add(row);

    /// <summary>The sum over a row of what its lanes have.</summary>
    public string Sum(string own) => Reduce("Sum", own, reductions++ % 2 == 0 ? "0" : "Lanes.RowGroup");

    /// <summary>The largest over a row of what its lanes have.</summary>
    public string Max(string own) => Reduce("Max", own, reductions++ % 2 == 0 ? "0" : "Lanes.RowGroup");

    /// <summary>A sum that is taken in turn <paramref name="count"/> times by a loop.</summary>
    public string SumInTurn(string own, string turn, int count)
    {
        string index = reductions % 2 == 0 ? turn : $"{turn} + 1";
        reductions += count;
        return Reduce("Sum", own, $"(({index}) & 1) * Lanes.RowGroup");
    }

    public static int RoundUp(int elements) => (elements + 3) & ~3;

    public static string Times(string index, int factor) => factor == 1 ? index : $"{index} * {Text.Number(factor)}";

    private string Reduce(string function, string own, string place)
    {
        // There is a barrier in it.
        written.Clear();
        return $"Lanes.{function}(shared.SubView({place}, Lanes.RowGroup), {own})";
    }

    private string Row(string buffer, int offset, int tensor)
    {
        int stride = Program.Tensors[tensor].Stride;
        string start = offset == 0 ? Times("row", stride) : $"{Times("rows", offset)} + {Times("row", stride)}";
        return $"{buffer}.SubView({start}, {Text.Number(RoundUp(Elements(tensor)))})";
    }

    private void Declare(string name, string view, string variable)
    {
        if (declared.Add(name))
        {
            code.Line($"ArrayView<float> {variable} = {view};");
        }
    }
}
