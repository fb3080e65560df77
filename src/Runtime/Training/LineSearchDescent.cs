using System;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Data;
using NetGen.Threading;

namespace NetGen.Training;

/// <summary>
/// Gradient descent over all examples whose step is sought anew each time (Cauchy, 1847): θ ← θ − t·∇J(θ), where t
/// minimises J(θ − t·∇J(θ)), by <see cref="LineSearch"/>. J falls at every step.
/// </summary>
/// <typeparam name="T">The number type of the network: float for compiled ones, float or double for reference ones.</typeparam>
/// <remarks>
/// A step takes one gradient and some ten costs of all examples, which lie in memory together. It is worth that where
/// they are few and the cost is smooth; mini-batches have no cost that a search could compare. A descent serves one thread.
/// </remarks>
public sealed class LineSearchDescent<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchReader<T> reader;
    private readonly Workspace<T> workspace;
    private readonly int[] rows;
    private readonly T[] start;
    private readonly T[] gradient;
    private readonly Sgd<T> descent = new(0);
    private readonly Func<double, double> costAt;
    private readonly double tolerance;

    /// <summary>Sets up a descent; nothing runs yet.</summary>
    /// <param name="network">The network, with a loss, without dropout and batch normalization: the cost must be a function of the parameters alone.</param>
    /// <param name="examples">What to learn from: labels for cross-entropy, else target rows as long as an output.</param>
    /// <param name="firstStep">The t that the first search begins with, above 0 and finite as a <typeparamref name="T"/>; later ones begin with the last t.</param>
    /// <param name="tolerance">The relative error of t that is borne, above 0 and below 1; null for the square root of the precision of <typeparamref name="T"/>, beyond which costs differ by rounding alone.</param>
    /// <exception cref="ArgumentException">Network and examples do not fit together, or the cost is no function of the parameters alone.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public LineSearchDescent(INetwork<T> network, IExamples<T> examples, double firstStep = 1, double? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(examples);
        TrainerArguments.Check(network, examples, descent, examples.Count);
        if (network.Description.Layers.FirstOrDefault(layer => layer is DropoutDescription { Rate: > 0 } or BatchNormDescription) is { } layer)
        {
            throw new ArgumentException($"{network.Description.Name} has {layer.Name}, {layer.Summary}, whose training differs from its prediction; a line search compares costs of the parameters alone. Train it by steps, with Trainer.", nameof(network));
        }

        if (network.Description.Penalties.Any(penalty => penalty.Proximal))
        {
            throw new ArgumentException($"{network.Description.Name} has a proximal penalty, which is in the cost and not in the gradient. Train it by steps, with Trainer, or remove Proximal.", nameof(network));
        }

        if (!(firstStep > 0 && T.IsFinite(T.CreateTruncating(firstStep))))
        {
            throw Expect.OutOfRange(nameof(firstStep), firstStep, $"a first step is above 0 and finite as a {typeof(T).Name}, such as 1.");
        }

        this.tolerance = tolerance ?? Math.Sqrt(double.CreateTruncating(T.BitIncrement(T.One) - T.One));
        if (!(this.tolerance is > 0 and < 1))
        {
            throw Expect.OutOfRange(nameof(tolerance), this.tolerance, "a relative tolerance lies above 0 and below 1, such as 1e-6.");
        }

        Network = network;
        StepSize = firstStep;
        rows = [.. Enumerable.Range(0, examples.Count)];
        reader = new BatchReader<T>(examples, rows.Length, network.Description);
        workspace = network.CreateWorkspace(rows.Length);
        start = new T[network.Layout.Length];
        gradient = new T[network.Layout.Length];
        costAt = CostAt;
    }

    /// <summary>The network that learns.</summary>
    public INetwork<T> Network { get; }

    /// <summary>J after the last step; NaN before the first.</summary>
    public double Cost { get; private set; } = double.NaN;

    /// <summary>‖∇J‖ before the last step; NaN before the first.</summary>
    public double GradientNorm { get; private set; } = double.NaN;

    /// <summary>The t of the last step that was taken.</summary>
    public double StepSize { get; private set; }

    /// <summary>The threads that share the work of a step; null for the calling thread alone. Who made them disposes them.</summary>
    public Workers? Workers
    {
        get => workspace.Workers;
        init => workspace.Workers = value;
    }

    /// <summary>Takes a step.</summary>
    /// <returns>Whether J fell; false, with the parameters as they were, where no step lowers it: at a minimum, to rounding.</returns>
    /// <exception cref="InvalidDataException">A row is none to learn from, as <see cref="ExamplesCheck.Check"/> has it; the row is named. The parameters are as they were.</exception>
    /// <exception cref="NotFiniteNumberException">J or its gradient is infinite or NaN before the step; the parameters are as they were.</exception>
    public bool Step()
    {
        Batch<T> batch = reader.Read(epoch: 0, rows, step: 0);
        double before = double.CreateChecked(Network.Gradient(batch, gradient, workspace));
        GradientNorm = VectorNorm.Of<T>(gradient);
        if (!double.IsFinite(before) || !double.IsFinite(GradientNorm))
        {
            (string what, double value) = double.IsFinite(before) ? ("gradient", GradientNorm) : ("cost", before);
            throw new NotFiniteNumberException(
                $"The {what} is {(double.IsNaN(value) ? "NaN" : "infinite")}: the parameters, the inputs or the penalties are too large for a {typeof(T).Name}.", value);
        }

        if (GradientNorm == 0)
        {
            Cost = before;
            return false;
        }

        Network.Parameters.CopyTo(start);
        (double step, Cost) = LineSearch.Minimize(costAt, StepSize, tolerance);
        MoveTo(step);
        if (step == 0)
        {
            return false;
        }

        StepSize = step;
        return true;
    }

    private double CostAt(double step)
    {
        if (!T.IsFinite(T.CreateTruncating(step)))
        {
            return double.PositiveInfinity;
        }

        MoveTo(step);
        return double.CreateChecked(Network.Cost(reader.Last(rows.Length, step: 0), workspace));
    }

    private void MoveTo(double step)
    {
        start.CopyTo(Network.Parameters);
        descent.LearningRate = step;
        descent.Step(Network.Parameters, gradient, Workers);
    }
}
