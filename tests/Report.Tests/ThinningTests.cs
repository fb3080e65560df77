using System.Linq;
using Xunit;

namespace NetGen.Report.Tests;

public sealed class ThinningTests
{
    [Fact]
    public void Few_epochs_are_all_kept() => Assert.Equal(Enumerable.Range(0, 2000), Thinning.Of(new double[2000], columns: 5, best: -1));

    [Theory]
    [InlineData(2001, 5, 2000)]
    [InlineData(1_000_000, 5, 2000)]
    [InlineData(5000, 240, 100)]
    [InlineData(5000, 100_000, 5)]
    public void Of_many_no_more_than_a_page_holds(int epochs, int columns, int most)
    {
        double[] losses = [.. Enumerable.Range(0, epochs).Select(epoch => (double)(epoch * 31L % 1009))];

        Assert.InRange(Thinning.Of(losses, columns, best: 17).Length, most / 2, most);
    }

    [Fact]
    public void The_first_the_last_the_best_and_every_peak_are_kept_in_order()
    {
        int[] peaks = [777, 12_345, 19_876], valleys = [778, 5_000];
        double[] losses = [.. Enumerable.Range(0, 20_000).Select(epoch => peaks.Contains(epoch) ? 9 : valleys.Contains(epoch) ? -9 : 1.0 / (epoch + 1))];

        int[] kept = [.. Thinning.Of(losses, columns: 60, best: 4_321)];

        Assert.Empty(((int[])[0, 4_321, 19_999, .. peaks, .. valleys]).Except(kept));
        Assert.Equal(kept.Order().Distinct(), kept);
    }
}
