using Xunit;

namespace NetGen.Generator.Tests;

public sealed class PaddingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16)]
    [InlineData(15, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    [InlineData(784, 784)]
    public void A_row_is_padded_to_a_cache_line(int length, int padded)
    {
        Assert.Equal(padded, Padding.Of(length));
        Assert.Equal(padded, Kernels.Panels.Padded(length));
    }

    [Theory]
    [InlineData(1, 5, 16 * 5)]
    [InlineData(32, 3, 32 * 3)]
    [InlineData(33, 2, 48 * 2)]
    public void Panels_pad_the_units_and_not_the_inputs(int units, int inputs, int numbers) =>
        Assert.Equal(numbers, Padding.Of(new ParameterModel("Weights", new Shape(units, inputs), InPanels: true)));
}
