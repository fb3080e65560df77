using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>
/// Writes the steps that a group does with its rows: where tensors lie, loops over the elements of a lane, sums over a
/// row, and a barrier wherever a step reads what other lanes have written.
/// </summary>
internal sealed class RowsWriter(CodeWriter code, NetworkPlan plan, GpuSchedule schedule)
{
    private readonly GpuRows places = new(schedule, "x");
    private readonly HashSet<string> declared = [];
    private readonly HashSet<string> written = [];
    private readonly HashSet<string> scattered = [];
    private int reductions;

    public CodeWriter Code => code;

    public NetworkPlan Plan => plan;

    public NetworkProgram Program => schedule.Program;

    public bool Training => schedule.Buffers.Gradients.Count > 0;

    public int Elements(int tensor) => Program.Tensors[tensor].Elements;

    /// <summary>Whether an operation adds to the gradient of one of its inputs, or writes it.</summary>
    public bool Adds(int operation, int slot) => schedule.Flow.Adds(operation, slot);

    /// <summary>The row of a tensor, of which each lane may read what it writes: its elements.</summary>
    public string Value(int tensor)
    {
        string name = tensor == 0 ? "inputs" : Program.Tensors[tensor].Name;
        Declare(name, places.Value(tensor));
        return name;
    }

    /// <summary>The row of the gradient of a tensor, likewise.</summary>
    public string Gradient(int tensor)
    {
        string name = $"d{Program.Tensors[tensor].Name}";
        Declare(name, places.Gradient(tensor));
        return name;
    }

    /// <summary>A vector of parameters, or statistics.</summary>
    public void DeclareVector(string name, int offset, int length) => Declare(name, $"parameters.SubView({Text.Number(offset)}, {Text.Number(length)})");

    /// <summary>The offset of a parameter of an operation; null where it has none of that name.</summary>
    public int? OffsetOf(Operation operation, string parameter) => plan.Parameters.OffsetOf(operation.Node, parameter);

    /// <summary>Makes what other lanes wrote into a row readable.</summary>
    public void ReadAcross(string row)
    {
        if (written.Contains(row))
        {
            code.Line("Group.Barrier();");
            Meet();
        }
    }

    /// <summary>Loops over the elements of a lane, of rows that end at a multiple of four.</summary>
    public void ForElements(int elements, Action body) => ForExactElements(Padding.OfFours(elements), body);

    /// <summary>Loops over the elements of a lane, and no others.</summary>
    public void ForExactElements(int elements, Action body)
    {
        using (code.Block($"for (int j = lane; j < {Text.Number(elements)}; j += Lanes.OfRow)"))
        {
            body();
        }
    }

    /// <summary>Stores an element; what follows the last is zero.</summary>
    public void Store(string row, string value, int elements) => StoreAt(row, "j", Masked(value, elements));

    /// <summary>Stores an element at a place of its own.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">The place in it.</param>
    /// <param name="value">The element.</param>
    /// <param name="scattered">Whether that may be an element of another lane.</param>
    public void StoreAt(string row, string place, string value, bool scattered = false)
    {
        written.Add(row);
        if (scattered)
        {
            this.scattered.Add(row);
        }

        using (code.Block("if (active)"))
        {
            code.Line($"{row}[{place}] = {value};");
        }
    }

    /// <summary>A value, or zero behind the last element.</summary>
    public static string Masked(string value, int elements, string otherwise = "0f") =>
        elements % 4 == 0 ? value : $"j < {Text.Number(elements)} ? {value} : {otherwise}";

    /// <summary>Remembers that a lane wrote into a row.</summary>
    public void Wrote(string row) => written.Add(row);

    /// <summary>The sum over a row of what its lanes have.</summary>
    public string Sum(string own) => Reduce("Sum", own, Half(reductions++));

    /// <summary>The largest over a row of what its lanes have.</summary>
    public string Max(string own) => Reduce("Max", own, Half(reductions++));

    /// <summary>A sum that a loop takes at each of <paramref name="count"/> turns.</summary>
    public string SumInTurn(string own, string turn, int count)
    {
        string place = $"(({(reductions % 2 == 0 ? turn : $"{turn} + 1")}) & 1) * Lanes.RowGroup";
        reductions += count;
        return Reduce("Sum", own, place);
    }

    private static string Half(int reduction) => reduction % 2 == 0 ? "0" : "Lanes.RowGroup";

    private string Reduce(string function, string own, string place)
    {
        // There is a barrier in it.
        Meet();
        return $"Lanes.{function}(shared.SubView({place}, Lanes.RowGroup), {own})";
    }

    private void Meet()
    {
        written.Clear();
        scattered.Clear();
    }

    private void Declare(string name, string view)
    {
        if (declared.Add(name))
        {
            code.Line($"ArrayView<float> {name} = {view};");
        }

        if (scattered.Contains(name))
        {
            ReadAcross(name);
        }
    }
}
