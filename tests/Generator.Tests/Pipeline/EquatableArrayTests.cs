using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Equal_elements_make_equal_arrays()
    {
        EquatableArray<int> one = new[] { 1, 2, 3 }.ToEquatableArray();
        EquatableArray<int> other = new List<int> { 1, 2, 3 }.ToEquatableArray();
        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData(new[] { 1, 2 })]
    [InlineData(new[] { 1, 2, 4 })]
    [InlineData(new[] { 3, 2, 1 })]
    [InlineData(new[] { 1, 2, 3, 4 })]
    [InlineData(new int[0])]
    public void Other_elements_make_other_arrays(int[] others)
    {
        EquatableArray<int> one = new[] { 1, 2, 3 }.ToEquatableArray();
        Assert.False(one.Equals(others.ToEquatableArray()));
        Assert.False(one.Equals((object)others.ToEquatableArray()));
        Assert.NotEqual(one.GetHashCode(), others.ToEquatableArray().GetHashCode());
    }

    [Fact]
    public void The_default_is_empty()
    {
        EquatableArray<string> none = default;
        Assert.Empty(none);
        Assert.True(none.Equals(Enumerable.Empty<string>().ToEquatableArray()));
        Assert.Equal(none.GetHashCode(), Enumerable.Empty<string>().ToEquatableArray().GetHashCode());
    }

    [Fact]
    public void Something_else_is_not_equal()
    {
        EquatableArray<int> one = new[] { 1 }.ToEquatableArray();
        Assert.False(one.Equals(null));
        Assert.False(one.Equals(new[] { 1 }));
    }

    [Fact]
    public void Elements_compare_by_value_however_deep()
    {
        var one = new[] { new Shape(2, 3), new Shape(4) }.ToEquatableArray();
        var other = new[] { new Shape(2, 3), new Shape(4) }.ToEquatableArray();
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, new[] { new Shape(2, 3), new Shape(5) }.ToEquatableArray());
    }

    [Fact]
    public void It_keeps_a_copy_in_order()
    {
        int[] items = [5, 6];
        EquatableArray<int> copy = items.ToEquatableArray();
        items[0] = 9;
        Assert.Equal(5, copy[0]);
        Assert.Equal([5, 6], copy);
        Assert.Equal([5, 6], ((IEnumerable)copy).Cast<int>());
    }
}
