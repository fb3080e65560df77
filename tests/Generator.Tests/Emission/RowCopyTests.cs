using Xunit;

namespace NetGen.Generator.Tests;

public sealed class RowCopyTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(15, 0, 15)]
    [InlineData(16, 1, 0)]
    [InlineData(17, 1, 1)]
    [InlineData(32, 2, 0)]
    public void A_run_is_copied_in_vectors_and_its_rest_alone(int elements, int vectors, int rest)
    {
        string text = Write(VectorForm.Wide(unrolled: true), elements);
        Assert.Equal(vectors, Count(text, "StoreUnsafe"));
        Assert.Equal(rest, Count(text, "] =") + Count(text, ") = Unsafe.Add"));
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(17, 2)]
    [InlineData(64, 1)]
    public void A_loop_over_what_no_width_leaves_is_not_written(int elements, int loops) =>
        Assert.Equal(loops, Count(Write(VectorForm.Portable, elements), "for ("));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(16, 2)]
    [InlineData(19, 2)]
    public void A_wide_form_needs_no_loop_over_nothing(int elements, int most) =>
        Assert.InRange(Count(Write(VectorForm.Wide(unrolled: false), elements), "for ("), 1, most);

    private static string Write(VectorForm form, int elements)
    {
        NetworkPlan plan = Planner.Plan(Programs.Model("[Input(1)] [Dense(1)]"));
        var code = new CodeWriter();
        RowCopy.Run(new PassWriter(code, form, plan, training: false, batch: false), "from", "", "to", "", elements, adds: false);
        return code.ToString();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
