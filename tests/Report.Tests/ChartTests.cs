using System.Collections.Immutable;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Report.Tests;

/// <summary>Which figures share a chart, and on which axis. The columns are epoch, seconds, learning rate, loss, metrics.</summary>
public sealed class ChartTests
{
    [Fact]
    public void Losses_share_a_chart_shares_another_and_what_is_measured_otherwise_has_its_own() => Assert.Equal(
        ["Loss 3 4", "Metrics 5 7", "RMSE 6", "R² 8", "Learning rate 2"],
        Of(
            [1, 2],
            (new("Dev loss", LargerIsBetter: false), [1, 2]),
            (new("accuracy", LargerIsBetter: true), [0.3, double.NaN]),
            (new("RMSE", LargerIsBetter: false), [30, 20]),
            (new("F1", LargerIsBetter: true), [0, 1]),
            (new("R²", LargerIsBetter: true), [-0.5, 0.5])).Select(chart => $"{chart.Title} {string.Join(' ', chart.Columns)}"));

    [Theory]
    [InlineData(true, 100.0, 1.0)]
    [InlineData(true, 50.0, 0.001, double.NaN)]
    [InlineData(true, 50.0, 0.0, 0.001)]
    [InlineData(false, 99.0, 1.0)]
    [InlineData(false, 100.0, -1.0)]
    [InlineData(false, 100.0, 0.0)]
    [InlineData(false, 0.0, 0.0)]
    public void A_loss_that_is_positive_and_spans_two_decades_is_drawn_by_powers_of_ten(bool logarithmic, params double[] losses) =>
        Assert.Equal(logarithmic, Of(losses)[0].IsLogarithmic);

    [Fact]
    public void A_learning_rate_stands_on_an_even_axis()
    {
        Trainer<double> trainer = Trainings.Of();
        Column[] columns = [Column("epoch", 1, 2), Column("seconds", 1, 2), Column("learning rate", 1, 1e-6), Column("loss", 1, 1)];

        Assert.False(Chart.Of(TrainingFacts.Of(trainer), [.. columns])[^1].IsLogarithmic);
    }

    [Fact]
    public void The_layers_norms_share_a_chart()
    {
        Trainer<double> trainer = Trainings.Of();
        Column[] columns =
        [
            Column("epoch", 1, 2), Column("seconds", 1, 2), Column("learning rate", 1, 1), Column("loss", 1, 1),
            Column("Dense1", 1e-9, 1e-8) with { Family = Family.Norms }, Column("Dense2", 1, 2) with { Family = Family.Norms },
        ];

        Chart norms = Chart.Of(TrainingFacts.Of(trainer), [.. columns])[^1];
        Assert.Equal("Gradient norms", norms.Title);
        Assert.Equal([4, 5], norms.Columns.ToArray());
        Assert.True(norms.IsLogarithmic);
    }

    private static ImmutableArray<Chart> Of(double[] losses, params (JudgedBy By, double[] Values)[] metrics)
    {
        TrainingFacts training = TrainingFacts.Of(Trainings.Of()) with { Metrics = [.. metrics.Select(metric => metric.By)] };
        Column[] columns =
        [
            Column("epoch", 1, 2), Column("seconds", 1, 2), Column("learning rate", 1, 1), Column("loss", losses),
            .. metrics.Select(metric => Column(metric.By.Name, metric.Values)),
        ];
        return Chart.Of(training, [.. columns]);
    }

    private static Column Column(string name, params double[] values) => new(Family.Training, name, [.. values]);
}
