using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading;
using NetGen.Data;
using NetGen.Files;
using NetGen.Threading;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>
/// Trains a network by mini-batches (Robbins and Monro, 1951): every epoch goes once through the examples, in an order
/// of its own, and takes one step of the optimizer for each batch; the last one may be short, and its cost is
/// normalised by its own rows.
/// </summary>
/// <typeparam name="T">The number type of the network: float for compiled ones, float or double for reference ones.</typeparam>
/// <remarks>
/// The same seeds give the same bits on the same machine, whether the training is interrupted and resumed or not. A
/// step allocates nothing. A trainer serves one thread; others may predict with the network meanwhile, and see it move.
/// </remarks>
public sealed class Trainer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    private readonly BatchReader<T> reader;
    private readonly Workspace<T> workspace;
    private readonly AlignedBuffer<T> gradient;
    private readonly T[] statisticsBefore;
    private readonly int[] rows;
    private int orderedEpoch = -1;

    /// <summary>Sets up a training; nothing runs yet.</summary>
    /// <param name="network">The network, with a loss.</param>
    /// <param name="examples">What to learn from: labels for cross-entropy, else target rows as long as an output; where they have weights, each counts by its own.</param>
    /// <param name="optimizer">The rule of the step, made for this network's parameters.</param>
    /// <param name="batchSize">The rows of a batch, 1 or more; all rows at once is full-batch gradient descent.</param>
    /// <exception cref="ArgumentException">
    /// Network, examples and optimizer do not fit together, or a batch would be one row of vectors for batch normalization.
    /// </exception>
    public Trainer(INetwork<T> network, IExamples<T> examples, IOptimizer<T> optimizer, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(optimizer);
        Expect.AtLeast(batchSize, 1, nameof(batchSize));
        TrainerArguments.Check(network, examples, optimizer, batchSize);
        Network = network;
        Examples = examples;
        Optimizer = optimizer;
        BatchSize = Math.Min(batchSize, examples.Count);
        Order = RowOrders.Shuffled(network.Seed);
        reader = new BatchReader<T>(examples, BatchSize, network.Description);
        workspace = network.CreateWorkspace(BatchSize);
        gradient = new AlignedBuffer<T>(network.Layout.Length);
        statisticsBefore = new T[network.Statistics.Length];
        rows = new int[examples.Count];
    }

    /// <summary>The network that learns.</summary>
    public INetwork<T> Network { get; }

    /// <summary>What it learns from.</summary>
    public IExamples<T> Examples { get; }

    /// <summary>The rule of the step.</summary>
    public IOptimizer<T> Optimizer { get; }

    /// <summary>The rows of a batch: as asked for, or all rows where there are fewer.</summary>
    public int BatchSize { get; }

    /// <summary>The order of the rows; shuffled by the network's seed unless set.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public RowOrder Order
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Order));
    }

    /// <summary>The learning rate of an epoch, counted from 0, such as one of <see cref="Schedules"/>; where there is none, the optimizer's is left alone.</summary>
    public Func<int, double>? Schedule { get; init; }

    /// <summary>What to judge the network by after every epoch, on data it is not trained on.</summary>
    /// <exception cref="ArgumentException">The list is default, or one of it is null.</exception>
    public ImmutableArray<Metric<T>> Metrics
    {
        get;
        init => field = Expect.Items(value, nameof(Metrics));
    } = [];

    /// <summary>When to end before the last epoch: after the first that one of these rules ends; none to go through all.</summary>
    /// <exception cref="ArgumentException">The list is default, or one of it is null.</exception>
    public ImmutableArray<Stopping<T>> Stopping
    {
        get;
        init => field = Expect.Items(value, nameof(Stopping));
    } = [];

    /// <summary>What keeps the gradient of a step from being too large; null to take it as it is.</summary>
    public Clipping<T>? Clipping { get; init; }

    /// <summary>Who is told of the training, up to ten times a second and after every epoch.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// The threads that share the work of a step; null for the calling thread alone. Who made them disposes them, after
    /// the training. What is learned is the same bits whatever their number, across resumptions too.
    /// </summary>
    public Workers? Workers
    {
        get => workspace.Workers;
        init => workspace.Workers = value;
    }

    /// <summary>The epochs finished.</summary>
    public int Epoch { get; private set; }

    /// <summary>The rows of the epoch that has begun, 0 where none has.</summary>
    public int Rows { get; private set; }

    /// <summary>The steps taken. Each has a dropout mask of its own.</summary>
    public long Step { get; private set; }

    /// <summary>The rule that has ended the training; null where none has.</summary>
    public Stopping<T>? StoppedBy { get; private set; }

    /// <summary>
    /// ∂J/∂θ of the last step as the optimizer was given it, clipped where <see cref="Clipping"/> says so, in the layout of
    /// the network's parameters, to be measured or watched; 0 before the first step here. The next step writes over it.
    /// </summary>
    public ReadOnlySpan<T> Gradient => gradient.Span;

    /// <summary>The sum of the losses of this epoch's rows.</summary>
    internal double LossSum { get; private set; }

    /// <summary>Trains on, epoch by epoch, as its reports are asked for: nothing runs until they are, by foreach or <c>Last()</c>.</summary>
    /// <param name="epochs">The epochs that the network shall have been trained for in all, those before a resumption included.</param>
    /// <param name="cancellation">Cancels between two steps; the trainer can then be saved, or run on.</param>
    /// <returns>A report after every epoch.</returns>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    /// <exception cref="InvalidDataException">A row is none to learn from, as <see cref="ExamplesCheck.Check"/> has it; the row is named, by <see cref="IExamples{T}.Origin"/>. Parameters and statistics are those before its step.</exception>
    /// <exception cref="NotFiniteNumberException">The loss, a gradient as the optimizer would take it, or the square of one became infinite or NaN; parameters and statistics are those before that step.</exception>
    public IEnumerable<EpochReport> Run(int epochs, CancellationToken cancellation = default)
    {
        Expect.AtLeast(epochs, 0, nameof(epochs));
        return Epochs(epochs, cancellation);
    }

    private IEnumerable<EpochReport> Epochs(int epochs, CancellationToken cancellation)
    {
        foreach (Stopping<T> rule in Stopping)
        {
            rule.Serve(this);
        }

        var clock = new TrainingClock<T>(this, epochs);
        while (Epoch < epochs && StoppedBy is null)
        {
            RunEpoch(clock, cancellation);
            yield return Report(clock);
        }
    }

    /// <summary>
    /// Writes the training to a file: the weights, what optimizer and stopping rules remember, and how far it has come.
    /// Call it after an epoch, or when the training was cancelled. The file is written beside its place and moved
    /// there whole; what was there before is lost only then. It is a weights file too, for <see cref="NetworkFile"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before is still there.</exception>
    /// <exception cref="ArgumentException">A parameter is infinite or NaN: such a training is not worth keeping, and the file stays as it was.</exception>
    public void Save(string path) => Checkpoint.Save(this, path);

    /// <summary>
    /// Goes on where a training was saved. A trainer that was set up alike, with the same seeds and examples, then
    /// ends with the same bits as one that was never interrupted.
    /// </summary>
    /// <param name="path">A file that <see cref="Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged or of another training: every difference is named, and nothing is changed.</exception>
    public void Resume(string path) => Checkpoint.Resume(this, path);

    /// <summary>The rows of an epoch in their order.</summary>
    internal ReadOnlySpan<int> OrderOf(int epoch)
    {
        if (orderedEpoch != epoch)
        {
            for (int row = 0; row < rows.Length; row++)
            {
                rows[row] = row;
            }

            orderedEpoch = -1;
            Order(epoch, rows);
            orderedEpoch = epoch;
        }

        return rows;
    }

    internal void Restore(CheckpointNotes notes)
    {
        Epoch = notes.Epoch;
        Rows = notes.Rows;
        Step = notes.Step;
        LossSum = notes.LossSum;
        StoppedBy = notes.Stopped == 0 ? null : Stopping[notes.Stopped - 1];
    }

    private void RunEpoch(TrainingClock<T> clock, CancellationToken cancellation)
    {
        ReadOnlySpan<int> order = OrderOf(Epoch);
        if (Schedule is not null)
        {
            Optimizer.LearningRate = Schedule(Epoch);
        }

        while (Rows < order.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            TakeStep(order.Slice(Rows, Math.Min(BatchSize, order.Length - Rows)));
            if (Progress is not null && clock.IsDue(BetweenReports, last: Rows == order.Length))
            {
                Progress.Report(clock.Progress());
            }
        }
    }

    private void TakeStep(ReadOnlySpan<int> batchRows)
    {
        Batch<T> batch = reader.Read(Epoch, batchRows, Step);
        Network.Statistics.CopyTo(statisticsBefore);
        double cost = double.CreateChecked(Network.Gradient(batch, gradient.Span, workspace));
        if (!double.IsFinite(cost))
        {
            throw Diverged("loss", cost);
        }

        foreach (Stopping<T> rule in Stopping)
        {
            rule.Watch(gradient);
        }

        Clipping?.Apply(gradient.Span);

        // A square that overflows stays in the memory of an optimizer for good.
        if (VectorNorm.Boundless<T>(gradient.Span) is { } wrong)
        {
            throw Diverged("gradient", double.CreateChecked(wrong));
        }

        if (!FiniteNumbers.All<T>(Network.Statistics))
        {
            throw Diverged("batch normalization's average", double.PositiveInfinity);
        }

        Optimizer.Step(Network.Parameters, gradient.Span, Workers);
        Proximal.Step(Network, Optimizer.LearningRate, Workers);
        LossSum += Network.Description.Reduction == Reduction.Mean ? cost * batchRows.Length : cost;
        Rows += batchRows.Length;
        Step++;
    }

    private NotFiniteNumberException Diverged(string what, double value)
    {
        statisticsBefore.CopyTo(Network.Statistics);
        string remedy = Step == 0
            ? "Standardize the inputs, or lower the initial parameters, the weights of rows and losses, or the penalties."
            : "Lower the learning rate, standardize the inputs or clip the gradient.";
        return new NotFiniteNumberException(
            Invariant($"The {what} of epoch {Epoch + 1}, step {Step} {(double.IsNaN(value) ? "is NaN" : double.IsInfinity(value) ? "is infinite" : $"has {value}, whose square is infinite")}: numbers have grown beyond what a {typeof(T).Name} holds. {remedy}"), value);
    }

    // Metrics are asked before the epoch counts as done, and before a rule remembers it: where one throws, the next run begins with them again.
    private EpochReport Report(TrainingClock<T> clock)
    {
        ImmutableArray<(string Name, double Value)> metrics = [.. Metrics.Select(metric => (metric.Name, metric.Of(Network)))];
        double[] judged = [.. Stopping.Select(rule =>
            rule.Judge is not { } judge ? double.NaN : Metrics.IndexOf(judge) is int known and >= 0 ? metrics[known].Value : judge.Of(Network))];
        var report = new EpochReport(Epoch + 1, LossSum / Rows, Optimizer.LearningRate, metrics, clock.Elapsed);
        bool[] ends = [.. Stopping.Zip(judged, (rule, value) => rule.EndsAfter(report, value, Network))];
        Stopping<T>[] ended = [.. Stopping.Where((_, index) => ends[index])];
        Array.ForEach(ended, rule => rule.End(Network));
        StoppedBy = ended.FirstOrDefault();
        Epoch++;
        Rows = 0;
        LossSum = 0;
        return report with { StoppedBy = StoppedBy?.Rule };
    }
}
