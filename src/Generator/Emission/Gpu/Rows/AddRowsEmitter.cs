using System.Linq;

namespace NetGen.Generator;

/// <summary>The sum of tensors; its gradient goes to each of them.</summary>
internal sealed class AddRowsEmitter : RowsEmitter
{
    public override void Forward(Operation operation, RowsWriter rows)
    {
        string[] terms = [.. operation.Inputs.Select(rows.Value)];
        string a = rows.Value(operation.Output);
        int elements = rows.Elements(operation.Output);
        rows.ForElements(elements, () => rows.Store(a, string.Join(" + ", terms.Select(term => $"{term}[j]")), elements));
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        string d = rows.Gradient(operation.Output);
        int[] slots = [.. Enumerable.Range(0, operation.Inputs.Count).Where(slot => rows.Program.Tensors[operation.Inputs[slot]].Learned)];
        foreach (int slot in slots)
        {
            rows.Gradient(operation.Inputs[slot]);
        }

        rows.ForElements(rows.Elements(operation.Output), () =>
        {
            foreach (int slot in slots)
            {
                Give(operation, index, slot, rows, $"{d}[j]");
            }
        });
    }
}
