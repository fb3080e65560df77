using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Writes the body of one pass in one vector form: where tensors lie, loops over vectors, and nothing that depends on
/// a kind of layer. The same operation is written for one row or for all rows of a batch.
/// </summary>
internal sealed class PassWriter(
    CodeWriter code, VectorForm form, NetworkPlan plan, bool training, bool batch, bool divided = false, SharedProducts? shared = null)
{
    /// <summary>What kernels take for a tensor that is not there.</summary>
    public const string Nothing = "Unsafe.NullRef<float>()";

    private readonly HashSet<string> declared = [];
    private Dictionary<int, int>? lastUses;

    public CodeWriter Code => code;

    public VectorForm Form => form;

    public NetworkPlan Plan => plan;

    /// <summary>Whether the pass is one of training, so that it leaves what the backward pass reads.</summary>
    public bool Training => training;

    /// <summary>Whether the pass works through all rows of a batch, layer by layer.</summary>
    public bool Batch => batch;

    /// <summary>Whether threads share the work of the pass.</summary>
    public bool Divided => divided;

    /// <summary>The products that layers of the same sizes share; null where each is written out.</summary>
    public SharedProducts? Shared => shared;

    public NetworkProgram Program => training ? plan.Training : plan.Predicting;

    private BufferPlan Buffers => training ? plan.TrainingBuffers : plan.PredictingBuffers;

    /// <summary>The name of a tensor's row.</summary>
    public string Value(int tensor) => Program.Tensors[tensor].Name;

    /// <summary>The name of the row of a tensor's gradient. Where a loss is computed from logits, that of the output is theirs.</summary>
    public string Gradient(int tensor) => "d" + Value(GradientOf(tensor));

    /// <summary>Where all rows of a tensor start.</summary>
    public string ValueRows(int tensor) =>
        IsArgument(tensor) ? "inputs" : At("work", Buffers.Values[tensor], row: null);

    /// <summary>Where all rows of a tensor's gradient start.</summary>
    public string GradientRows(int tensor) => At("work", Buffers.Gradients[GradientOf(tensor)], row: null);

    /// <summary>All rows of a tensor, as kernels take them: where they start, and the distance between them.</summary>
    /// <param name="tensor">The tensor; null where a layer has none there.</param>
    public string Values(int? tensor) => tensor is int there ? $"ref {ValueRows(there)}, {Text.Number(Stride(there))}" : $"ref {Nothing}, 0";

    /// <summary>All rows of a tensor's gradient, likewise.</summary>
    public string Gradients(int tensor) => $"ref {GradientRows(tensor)}, {Text.Number(Program.Tensors[tensor].Stride)}";

    /// <summary>How many rows kernels work on.</summary>
    public string RowCount => batch ? "rows" : "1";

    /// <summary>The threads that kernels share their work among; null where they do not.</summary>
    public string Workers => divided ? "workers" : "null";

    /// <summary>The distance between rows of a tensor.</summary>
    public int Stride(int tensor) => IsArgument(tensor) ? Elements(0) : Program.Tensors[tensor].Stride;

    public int Elements(int tensor) => Program.Tensors[tensor].Elements;

    /// <summary>A block that is run for every row of the pass.</summary>
    public IDisposable Rows()
    {
        declared.Clear();
        return code.Block(batch ? "for (int row = 0; row < rows; row++)" : "");
    }

    /// <summary>A block that is run for every row of the pass, by the threads that share it.</summary>
    /// <param name="elements">How long a row is.</param>
    /// <param name="draws">Whether masks are drawn, for a block with <c>training</c>, <c>seed</c> and <c>step</c> in scope; null for any other.</param>
    public IDisposable? DividedRows(int elements, string? draws = null)
    {
        if (!divided)
        {
            return Rows();
        }

        declared.Clear();
        (string arguments, string parameters) = draws is not null ? ($"{draws}, seed, step, ", ", bool training, ulong seed, long step") : ("", "");
        code.Line($"DividedRows.Run(rows, {Text.Number(elements)}, ref work, {arguments}workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work{parameters}) =>");
        return code.Block("for (int row = first; row < end; row++)", "{", "});");
    }

    /// <summary>Names the row of a tensor.</summary>
    public void DeclareValue(int tensor)
    {
        if (IsArgument(tensor))
        {
            DeclareRow("x", "inputs", Elements(0));
        }
        else
        {
            Declare(Value(tensor), At("work", Buffers.Values[tensor], Stride(tensor)), Elements(tensor));
        }
    }

    /// <summary>Names the row of a tensor's gradient.</summary>
    public void DeclareGradient(int tensor) =>
        Declare(Gradient(tensor), At("work", Buffers.Gradients[GradientOf(tensor)], Program.Tensors[tensor].Stride), Elements(tensor));

    /// <summary>Names the row of an argument that holds rows without padding.</summary>
    public void DeclareRow(string name, string argument, int elements) => DeclareRow(name, argument, elements, elements, offset: 0);

    /// <summary>Names a part of the row of an argument that holds rows without padding.</summary>
    public void DeclareRow(string name, string argument, int elements, int rowSize, int offset) =>
        Declare(name, At(argument, batch ? (Index)Times("row", rowSize) + offset : offset), elements);

    /// <summary>Names a layer's parameter.</summary>
    public void DeclareParameter(string name, Operation operation, string parameter, string shape) =>
        code.Line($"ref float {name} = ref {Parameter(operation, parameter)};  // {shape}");

    /// <summary>A layer's parameter; <see cref="Nothing"/> where it has none of that name.</summary>
    public string Parameter(Operation operation, string name) =>
        plan.Parameters.OffsetOf(operation.Node, name) is int offset ? At("parameters", offset) : Nothing;

    /// <summary>
    /// Where the gradient of a layer's parameter goes: that of one use, where another use has written it already;
    /// <see cref="Nothing"/> where it has none of that name.
    /// </summary>
    public string ParameterGradient(Operation operation, string name) =>
        plan.Parameters.OffsetOf(operation.Node, name) is not int offset ? Nothing
        : AddsParameters(operation) ? At("use", offset - FirstParameter(operation))
        : At("gradient", offset);

    /// <summary>
    /// Whether the gradient of an operation's parameters is added to that of others that share them. On the way back the
    /// last of them is first; it writes.
    /// </summary>
    public bool AddsParameters(Operation operation)
    {
        // Of each owner, the last that uses its parameters.
        lastUses ??= Program.Operations.Where(use => use.Layer.Shares is not null)
            .GroupBy(use => use.Layer.Shares!.Value, use => use.Node).ToDictionary(uses => uses.Key, uses => uses.Max());
        return lastUses.TryGetValue(ParameterPlan.OwnerOf(operation.Node, operation.Layer), out int last) && operation.Node < last;
    }

    /// <summary>Where an operation's parameters begin.</summary>
    public int FirstParameter(Operation operation) => plan.Parameters.OffsetOf(operation.Node, operation.Layer.Parameters[0].Name)!.Value;

    public static string At(string array, Index index) => index == 0 ? array : $"Unsafe.Add(ref {array}, {index})";

    public static string Times(string variable, long factor) => factor == 1 ? variable : $"{variable} * {Text.Number(factor)}";

    /// <summary>Runs over a row vector by vector: written out, or as a loop with constant bounds.</summary>
    /// <param name="elements">The elements of the row.</param>
    /// <param name="body">Writes one vector at an index.</param>
    /// <param name="scoped">Whether the body declares names, so that each round needs a scope.</param>
    public void ForVectors(int elements, Action<Index> body, bool scoped = false)
    {
        int extent = Extent(elements);
        if (form.Lanes is int lanes && (form.Unrolled || extent <= lanes))
        {
            for (int index = 0; index < extent; index += lanes)
            {
                using (scoped ? code.Block() : null)
                {
                    body(index);
                }
            }
        }
        else
        {
            using (code.Block($"for (nuint j = 0; j < {Text.Number(extent)}; j += {form.Count})"))
            {
                body("j");
            }
        }
    }

    /// <summary>What <see cref="ForVectors"/> writes.</summary>
    public MethodCost CostOfVectors(int elements, MethodCost body)
    {
        int extent = Extent(elements);
        return form.Lanes is int lanes && (form.Unrolled || extent <= lanes)
            ? (extent + lanes - 1) / lanes * body
            : new MethodCost(Locals: 2, Operations: 0) + body;
    }

    /// <summary>What <see cref="Rows"/> and the names of rows in it take, asked for by the caller or not.</summary>
    public static MethodCost CostOfRows(int rows) => new(Locals: 3 + rows, Operations: 1 + rows);

    /// <summary>A vector at an index of a row, its lanes beyond the row's elements replaced.</summary>
    public string Masked(string value, Index index, int elements, string? otherwise = null)
    {
        bool reachesBeyond = form.Lanes is int lanes && index.IsConstant
            ? index.Constant + lanes > elements
            : elements % (form.Lanes ?? 16) != 0 || Extent(elements) != elements;
        return reachesBeyond ? form.Masked(value, index, elements, otherwise) : value;
    }

    /// <summary>What of a row the pass computes: a batch fills the padding that the tiles read.</summary>
    private int Extent(int elements) => batch ? Padding.Of(elements) : elements;

    /// <summary>Whether a tensor is the caller's input itself, whose rows have no padding.</summary>
    private bool IsArgument(int tensor) => tensor == 0 && !Program.StagesInput;

    private int GradientOf(int tensor) => Program.Outputs.FirstOrDefault(output => output.Operation?.Output == tensor)?.Last ?? tensor;

    private void Declare(string name, string place, int elements)
    {
        if (declared.Add(name))
        {
            code.Line($"ref float {name} = ref {place};  // [{Text.Number(elements)}]");
        }
    }

    private string At(string buffer, int offset, int? row)
    {
        if (!batch)
        {
            return At(buffer, offset);
        }

        Index index = (offset, row) switch
        {
            (0, null) => 0,
            (_, null) => $"{Text.Number(offset)} * rows",
            (0, _) => Times("row", row.Value),
            _ => $"{Text.Number(offset)} * rows + {Times("row", row.Value)}",
        };
        return At(buffer, index);
    }
}
