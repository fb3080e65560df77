using System;
using System.Linq;
using NetGen.Reference;
using Xunit;
using Number = NetGen.Differentiation.Real<double>;

namespace NetGen.Runtime.Tests.Reference;

[Trait("Mathematics", "A6")]
public sealed class TensorTests
{
    [Fact]
    public void DotIsTheProductOfMatricesAndOfVectors()
    {
        Tensor<Number> a = Of([2, 3], 1, 2, 3, 4, 5, 6), b = Of([3, 2], 1, 0, -1, 2, 3, 1);
        Same(Of([2, 2], 8, 7, 17, 16), a.Dot(b));
        Same(Of([3, 3], 1, 2, 3, 7, 8, 9, 7, 11, 15), b.Dot(a));
        Same(Of([2], 14, 32), a.Dot(Of([3], 1, 2, 3)));
        Same(Of([3], 9, 12, 15), Of([2], 1, 2).Dot(a));
        Same(Of([], 32), Of([3], 1, 2, 3).Dot(Of([3], 4, 5, 6)));
    }

    [Fact]
    public void LeadingAxesCountMatrices()
    {
        Tensor<Number> a = Counted(2, 3, 4), b = Counted(2, 4, 5);
        Tensor<Number> both = a.Dot(b);
        Assert.Equal([2, 3, 5], both.Shape.AsEnumerable());
        for (int matrix = 0; matrix < 2; matrix++)
        {
            Tensor<Number> one = new Tensor<Number>([3, 4], a.Elements.Slice(12 * matrix, 12)).Dot(new([4, 5], b.Elements.Slice(20 * matrix, 20)));
            Assert.Equal(one.Elements, both.Elements.Slice(15 * matrix, 15));
        }

        Same(Of([2, 2], 4, 13, 22, 31), Counted(2, 2, 3).Dot(Of([2, 3], 0, 2, 1, 0, 2, 1).Reshape(2, 3, 1)).Reshape(2, 2) + Of([2], 0, 0) + Of([], 0) + Of([1, 1], 0));
    }

    [Fact]
    public void ARowIsAddedToEveryRow()
    {
        Tensor<Number> sum = Counted(32, 10) + Counted(10);
        Assert.Equal([32, 10], sum.Shape.AsEnumerable());
        for (int index = 0; index < 320; index++)
        {
            Assert.Equal(index + (index % 10), sum.Elements[index].Number);
        }

        Same(sum, Counted(10) + Counted(32, 10));
        Same(Of([2, 3], 11, 21, 31, 12, 22, 32), Of([2, 1], 1, 2) + Of([3], 10, 20, 30));
    }

    [Fact]
    public void ReshapingKeepsTheOrder()
    {
        Tensor<Number> x = Counted(3, 2);
        Assert.Equal([6, 1], x.Reshape(6, 1).Shape.AsEnumerable());
        Same(Of([2, 3], 0, 1, 2, 3, 4, 5), x.Reshape(6, 1).Reshape(2, 3));
    }

    [Fact]
    public void TransposingExchangesRowsAndColumns()
    {
        Tensor<Number> x = Counted(300, 20), transposed = x.Transpose();
        Assert.Equal([20, 300], transposed.Shape.AsEnumerable());
        for (int index = 0; index < 6000; index++)
        {
            Assert.Equal(x.Elements[index], transposed.Elements[(index % 20 * 300) + (index / 20)]);
        }

        Same(Of([2, 3, 2], 0, 2, 4, 1, 3, 5, 6, 8, 10, 7, 9, 11).Reshape(2, 2, 3), Counted(2, 3, 2).Transpose());
    }

    [Fact]
    public void ShapesThatDoNotFitAreNamedWhateverTheCulture()
    {
        using var culture = new HostileCulture();
        Refused("[2, 3] · [2, 3]: expected [m, k] · [k, n], with a vector [k] for either, and equal axes before them.", () => Counted(2, 3).Dot(Counted(2, 3)));
        Refused("[2, 3, 4] · [3, 4, 5]: expected", () => Counted(2, 3, 4).Dot(Counted(3, 4, 5)));
        Refused("[] · [1]: expected", () => Counted().Dot(Counted(1)));
        Refused("[32, 10] + [32]: sizes 10 and 32 meet; expected equal ones, or 1 for what is repeated.", () => _ = Counted(32, 10) + Counted(32));
        Refused("[3, 2] has 6 elements, [4, 2] 8; expected a shape of as many.", () => Counted(3, 2).Reshape(4, 2));
        Refused("A tensor of shape [2, 2] cannot hold 3 elements;", () => Of([2, 2], 1, 2, 3));
        Refused("A tensor of shape [-1, -3] cannot hold 3 elements;", () => Of([-1, -3], 1, 2, 3));
        Refused("A tensor of shape [-3, -2] cannot hold 6 elements;", () => Counted(3, 2).Reshape(-3, -2));
        Refused("The sizes [65536, 65536] have a product that no memory holds; expected at most 2147483647 elements.", () => Of([65536, 65536], 1, 2, 3));
        Refused("The sizes [65536, 65536] have a product", () => Counted(3, 2).Reshape(65536, 65536));
        Refused("The sizes [65536, 65536] have a product", () => _ = Counted(65536, 1) + Counted(65536));
        Assert.StartsWith("[3] has no two axes", Assert.Throws<InvalidOperationException>(() => Counted(3).Transpose()).Message, StringComparison.Ordinal);
    }

    private static void Refused(string message, Action action) => Assert.StartsWith(message, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static Tensor<Number> Of(int[] shape, params double[] elements) => new([.. shape], Array.ConvertAll(elements, x => (Number)x));

    private static Tensor<Number> Counted(params int[] shape) =>
        Of(shape, [.. Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(index => (double)index)]);

    private static void Same(Tensor<Number> expected, Tensor<Number> actual)
    {
        Assert.Equal(expected.Shape.AsEnumerable(), actual.Shape);
        Assert.Equal(expected.Elements, actual.Elements);
    }
}
