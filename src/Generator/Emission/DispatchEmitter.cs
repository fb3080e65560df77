using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the class that chooses the vector form: once per call, by checks that the JIT and the AOT compiler fold.</summary>
internal sealed class DispatchEmitter(CodeWriter code, NetworkPlan plan, CompilationFacts facts, IReadOnlyList<VectorForm> forms)
{
    /// <summary>Scratch up to this many floats lies on the stack.</summary>
    private const int MostOnStack = 4096;

    /// <summary>A batch is predicted in even blocks of rows, whose scratch stays in the second cache.</summary>
    private const int MostRows = 96;
    private const int MostPerBlock = 131072;

    /// <summary>Of rows so long that their scratch stays there in no case, enough for the weights to be read once for all of them.</summary>
    private const int FewestRows = 12;
    private const int MostOfThread = (int)BudgetRule.MostOfExample;

    public void Write()
    {
        code.Comment("Chooses the vector form.");
        using (code.Block("file static class Mathematics"))
        {
            Predict();
            if (plan.Stepping is { } stepping)
            {
                code.Line();
                Step(stepping);
            }

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
        using (code.Block("public static void Predict(int rows, ref float parameters, ref float inputs, ref float outputs)"))
        {
            if (plan.IsInLanes)
            {
                Scratch(LanesEmitter.Scratch(plan));
                Choose(DriverSignature.PredictRows().Call, OfBatches);
            }
            else
            {
                PredictInBlocks();
            }
        }

        code.Line();
        using (code.Block("public static void PredictRow(ref float parameters, ref float inputs, ref float outputs)"))
        {
            if (facts.Optimizes)
            {
                Scratch(plan.PredictingBuffers.Length);
                Choose(DriverSignature.PredictRow().Call, forms);
            }
            else
            {
                code.Line("Predict(1, ref parameters, ref inputs, ref outputs);");
            }
        }
    }

    private void Step(NetworkPlan stepping)
    {
        using (code.Block("public static void Step(ref float parameters, ref float inputs, ref float state, ref float outputs)"))
        {
            Scratch(stepping.PredictingBuffers.Length);
            Choose(
                facts.Optimizes ? DriverSignature.Step(batch: false).Call : "Step(1, ref parameters, ref inputs, ref state, ref outputs, ref work)",
                facts.Optimizes ? forms : OfBatches);
        }
    }

    private void PredictInBlocks()
    {
        int row = plan.PredictingBuffers.Length;
        int most = Math.Max(1, Math.Min(Math.Max(FewestRows, Math.Min(MostRows, MostPerBlock / row)), MostOfThread / row));
        Scratch(row * most);
        code.Line($"int blocks = (rows + {Text.Number(most - 1)}) / {Text.Number(most)};");
        using (code.Block("for (int block = 0; block < blocks; block++)"))
        {
            code.Line("int first = (int)((long)rows * block / blocks);");
            code.Line("int count = (int)((long)rows * (block + 1) / blocks) - first;");
            code.Line($"ref float x = ref Unsafe.Add(ref inputs, first * {Text.Number(plan.Model.Input.Elements)});");
            code.Line($"ref float y = ref Unsafe.Add(ref outputs, first * {Text.Number(plan.Model.Output.Elements)});");
            Choose("PredictRows(count, ref parameters, ref x, ref y, ref work)", OfBatches);
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
