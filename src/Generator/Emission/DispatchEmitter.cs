using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the class that chooses the vector form: once per call, by checks that the JIT and the AOT compiler fold.</summary>
internal sealed class DispatchEmitter(CodeWriter code, NetworkPlan plan, IReadOnlyList<VectorForm> forms)
{
    /// <summary>Scratch up to this many floats lies on the stack.</summary>
    private const int MostOnStack = 4096;

    /// <summary>A batch is predicted in blocks of rows: a multiple of every tile's height whose scratch stays in the second cache.</summary>
    private const int MostRows = 48;
    private const int MostPerBlock = 65536;
    private const int TileRows = 12;

    /// <summary>A row has at most as many, so a block of one always fits.</summary>
    private const int MostOfThread = (int)BudgetRule.MostOfExample;

    public void Write()
    {
        code.Comment("Chooses the vector form.");
        using (code.Block("file static class Mathematics"))
        {
            Predict();
            foreach (DriverSignature driver in Drivers())
            {
                code.Line();
                using (code.Block(driver.Declaration))
                {
                    Choose(driver.Call, OfBatches, driver.Returns != "void");
                }
            }
        }
    }

    private IEnumerable<DriverSignature> Drivers()
    {
        yield return DriverSignature.Forward(plan);
        yield return DriverSignature.Backward(plan);
        if (plan.Model.Loss is not null)
        {
            yield return DriverSignature.Gradient(plan);
            yield return DriverSignature.Cost(plan);
        }
    }

    private void Predict()
    {
        int row = plan.PredictingBuffers.Length;
        int block = System.Math.Max(System.Math.Min(TileRows, MostOfThread / row), System.Math.Min(MostRows, MostPerBlock / row / TileRows * TileRows));
        using (code.Block("public static void Predict(int rows, ref float parameters, ref float inputs, ref float outputs)"))
        {
            using (code.Block("if (rows == 1)"))
            {
                code.Line("PredictRow(ref parameters, ref inputs, ref outputs);");
                code.Line("return;");
            }

            code.Line();
            Scratch(row * block);
            using (code.Block($"for (int first = 0; first < rows; first += {Text.Number(block)})"))
            {
                code.Line($"int count = Math.Min({Text.Number(block)}, rows - first);");
                code.Line($"ref float x = ref Unsafe.Add(ref inputs, first * {Text.Number(plan.Model.Input.Elements)});");
                code.Line($"ref float y = ref Unsafe.Add(ref outputs, first * {Text.Number(plan.Model.Output.Elements)});");
                Choose("PredictRows(count, ref parameters, ref x, ref y, ref work)", OfBatches);
            }
        }

        code.Line();
        using (code.Block("private static void PredictRow(ref float parameters, ref float inputs, ref float outputs)"))
        {
            Scratch(row);
            Choose("Predict(ref parameters, ref inputs, ref outputs, ref work)", forms);
        }
    }

    private void Scratch(int length) => code.Lines(length <= MostOnStack
        ? $"""
        Span<float> memory = stackalloc float[{Text.Number(length + 16)}];
        ref float work = ref global::NetGen.Kernels.Scratch.Align(memory);
        """
        : $"ref float work = ref global::NetGen.Kernels.Scratch.OfThread({Text.Number(length)});");

    private IEnumerable<VectorForm> OfBatches => forms.Where(form => !form.IsOfRow);

    private void Choose(string call, IEnumerable<VectorForm> among, bool returns = false)
    {
        string start = returns ? "return " : "";
        string word = "if";
        foreach (VectorForm form in among)
        {
            string? condition = form.Class == "Vector512" ? VectorForm.IsWide
                : form.Lanes is int lanes ? $"Vector<float>.Count == {Text.Number(lanes)}" : null;
            using (code.Block(condition is null ? "else" : $"{word} ({condition})"))
            {
                code.Line($"{start}{form.Name}.{call};");
            }

            word = "else if";
        }
    }
}
