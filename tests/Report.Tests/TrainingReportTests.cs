using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Checking;
using NetGen.Evaluation;
using NetGen.Runtime.Tests;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Report.Tests;

public sealed class TrainingReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Watching_passes_epochs_on_as_they_are_asked_for()
    {
        Trainer<double> trainer = Trainings.Of();
        var report = new TrainingReport<double>(trainer);

        Assert.Equal([1, 2], report.Watch(trainer.Run(50)).Take(2).Select(epoch => epoch.Epoch));
        Assert.Equal(2, trainer.Epoch);
        Assert.Contains("2 epochs · ", report.Page());
    }

    [Fact]
    public void The_figures_are_the_trainings()
    {
        Trainer<double> trainer = Trainings.Of("Products", Trainings.Metric("half"));
        var report = new TrainingReport<double>(trainer);
        EpochReport last = Trainings.Watch(report, trainer.Run(3))[^1];
        var norms = GradientNorms.Of(trainer.Network, trainer.Gradient);

        string row = string.Concat(new[] { 3, last.Elapsed.TotalSeconds, 0.01, last.Loss, 0.5, norms["Dense1"], norms["Dense2"], norms.Total }
            .Select(figure => "<td>" + figure.ToString("G6", CultureInfo.InvariantCulture)));
        string page = report.Page();
        Assert.Contains($"<tr>{row}\n", page);
        Assert.Contains("<th scope=\"col\" title=\"half\">half</th><th scope=\"col\" title=\"Dense1\">Dense1</th><th scope=\"col\" title=\"Dense2\">Dense2</th><th scope=\"col\" title=\"all layers\">all layers</th></tr>", page);
        Assert.InRange(norms.Total, 1e-6, 1e6);
    }

    [Fact]
    public void A_resumed_training_starts_with_its_next_epoch()
    {
        Trainer<double> first = Trainings.Of();
        _ = first.Run(3).Last();
        first.Save(folder["checkpoint"]);
        Trainer<double> second = Trainings.Of();
        second.Resume(folder["checkpoint"]);
        var report = new TrainingReport<double>(second);
        Trainings.Watch(report, second.Run(5));

        Assert.Contains("epochs 4 to 5", report.Page());
    }

    [Fact]
    public void The_times_of_several_runs_add_up()
    {
        Trainer<double> trainer = Trainings.Of();
        var report = new TrainingReport<double>(trainer);
        Trainings.Watch(report, [Epoch(1, seconds: 2)]);
        Trainings.Watch(report, [Epoch(2, seconds: 1), Epoch(3, seconds: 3)]);

        string page = report.Page();
        Assert.Contains("3 epochs · 5.0 s", page);
        Assert.Contains("<td>2<td>3<td>", page);
    }

    [Fact]
    public void What_was_undone_and_done_again_counts_as_it_went_the_last_time()
    {
        var report = new TrainingReport<double>(Trainings.Of());
        Trainings.Watch(report, [Epoch(1, loss: 3), Epoch(2, loss: 2), Epoch(3, loss: 777)]);
        Trainings.Watch(report, [Epoch(2, loss: 1.5), Epoch(3, loss: 1)]);

        string page = report.Page();
        Assert.Contains("3 epochs", page);
        Assert.DoesNotContain("777", page);
    }

    [Fact]
    public void Without_an_epoch_there_is_a_page_without_curves()
    {
        string page = new TrainingReport<double>(Trainings.Of()).Page(new ConfusionMatrix(2));

        Assert.Contains("13 parameters · no epoch has ended", page);
        Assert.DoesNotContain("<figure", page);
        Assert.Contains("Confusion matrix", page);
    }

    [Fact]
    public void Early_stopping_says_which_epoch_is_the_best()
    {
        Trainer<double> plain = Trainings.Of();
        int epoch = 0;
        var metric = new Metric<double>("dev loss", _ => Math.Abs(++epoch - 2), LargerIsBetter: false);
        var trainer = new Trainer<double>(plain.Network, plain.Examples, plain.Optimizer, 4) { Metrics = [Trainings.Metric("other"), metric], Stopping = [new EarlyStopping<double>(metric, patience: 1)] };
        var report = new TrainingReport<double>(trainer);
        Trainings.Watch(report, trainer.Run(50));

        Assert.Contains("4 epochs · ", report.Page());
        Assert.Contains("<strong>best epoch 2: <bdi>dev loss</bdi> 0</strong> · stopped by <bdi>dev loss, patience 1</bdi>", report.Page());
    }

    [Theory]
    [InlineData(true, "best epoch 2: <bdi>figure</bdi> 0.9")]
    [InlineData(false, "best epoch 4: <bdi>figure</bdi> 0.1")]
    public void Without_early_stopping_the_first_metric_says_which_epoch_is_the_best(bool largerIsBetter, string expected)
    {
        double[] values = [double.NaN, 0.9, 0.9, 0.1];
        Trainer<double> trainer = Trainings.Of("Products", Trainings.Metric("figure", largerIsBetter), Trainings.Metric("other"));

        Assert.Contains($"<strong>{expected}</strong>", Trainings.Report(trainer, 4, epoch => epoch, epoch => values[epoch - 1], epoch => epoch).Page());
    }

    [Fact]
    public void Without_metrics_the_loss_says_which_epoch_is_the_best() =>
        Assert.Contains("<strong>best epoch 3: <bdi>loss</bdi> 0</strong>", Trainings.Report(Trainings.Of(), 5, epoch => Math.Abs(epoch - 3)).Page());

    [Fact]
    public void The_same_training_gives_the_same_bytes_in_every_culture()
    {
        string page = Page();
        using var culture = new HostileCulture();

        Assert.Equal(page, Page());

        static string Page()
        {
            var confusion = new ConfusionMatrix(3);
            confusion.Add(0, 1);
            Trainer<double> trainer = Trainings.Of("Products", Trainings.Metric("R²"));
            return Trainings.Report(trainer, 1500, epoch => 1000.0 / epoch, epoch => epoch % 7 == 0 ? double.NaN : -1e-5 * epoch).Page(confusion);
        }
    }

    [Fact]
    public void Epochs_of_another_trainer_are_refused()
    {
        var report = new TrainingReport<double>(Trainings.Of("Products", Trainings.Metric("accuracy")));

        ArgumentException wrong = Assert.Throws<ArgumentException>(() => Trainings.Watch(report, [Epoch(3)]));
        Assert.StartsWith("Epoch 3 has no metrics; expected the metrics 'accuracy', as the report's trainer has.", wrong.Message);
        Assert.Contains("no epoch has ended", report.Page());
    }

    [Fact]
    public void As_many_names_as_classes_are_expected()
    {
        ArgumentException wrong = Assert.Throws<ArgumentException>(() => new NamedConfusion(new ConfusionMatrix(3), ["one", "two"]));
        Assert.StartsWith("There are 2 names; expected 3, one for each class.", wrong.Message);
    }

    [Fact]
    public void A_name_that_is_null_is_refused_before_the_training()
    {
        ArgumentException wrong = Assert.Throws<ArgumentException>(() => new NamedConfusion(new ConfusionMatrix(3), ["one", null!, "three"]));
        Assert.StartsWith("The name of class 1 is null; expected a name for each class.", wrong.Message);

        wrong = Assert.Throws<ArgumentException>(() => new TrainingReport<double>(Trainings.Of("Products", Trainings.Metric("accuracy"), Trainings.Metric(null!))));
        Assert.StartsWith("The name of metric 1 is null; expected a name for each metric, which the page shows.", wrong.Message);
    }

    [Fact]
    public void A_logarithmic_chart_says_that_it_lacks_the_zeros()
    {
        Assert.Contains("logarithmic, without the zeros</small>", Trainings.Report(Trainings.Of(), 5, epoch => epoch == 5 ? 0 : Math.Pow(10, -epoch)).Page());
        Assert.DoesNotContain("without the zeros", Trainings.Report(Trainings.Of(), 5, epoch => Math.Pow(10, -epoch)).Page());
    }

    [Fact]
    public void A_page_is_written_whole_over_the_one_before_or_not_at_all()
    {
        var report = new TrainingReport<double>(Trainings.Of());
        report.Write(folder["report.html"]);
        Assert.Equal(report.Page(), File.ReadAllText(folder["report.html"]));
        Assert.Single(Directory.GetFiles(folder.Path));

        Assert.Throws<ArgumentNullException>(() => report.Write(folder["report.html"], (NamedConfusion)null!));
        Assert.Equal(report.Page(), File.ReadAllText(folder["report.html"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_place_that_is_none_is_an_error_that_says_why()
    {
        var report = new TrainingReport<double>(Trainings.Of());

        Assert.Contains("there is no folder", Assert.Throws<DirectoryNotFoundException>(() => report.Write(folder["nowhere", "report.html"])).Message);
        Assert.Contains("it is a folder", Assert.Throws<IOException>(() => report.Write(folder.Path)).Message);
    }

    private static EpochReport Epoch(int epoch, double loss = 1, double seconds = 1) => new(epoch, loss, 0.01, ImmutableArray<(string, double)>.Empty, TimeSpan.FromSeconds(seconds));
}
