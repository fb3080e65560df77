using System;
using System.Globalization;
using System.Linq;

namespace NetGen.Checking;

/// <summary>
/// Holds the gradient of a network in double against central differences: with all parameters stacked in one θ,
/// dθ≈ᵢ = (J(θ + ε·eᵢ) − J(θ − ε·eᵢ)) / 2ε and r = ‖dθ≈ − dθ‖ / (‖dθ≈‖ + ‖dθ‖).
/// </summary>
/// <remarks>
/// An r near 10⁻⁷ is good; from 10⁻⁴ the gradient is suspect. Check after initialization and again after some training,
/// for some mistakes show only with larger weights. J is the cost with its penalties. A difference across the kink of a ReLU is no derivative: where r is
/// in between, try another batch. The cost is two forward passes per parameter. Differences in float say nothing; a
/// float network's gradient is held against the reference by <see cref="NetworkProof"/>.
/// </remarks>
public sealed class GradientCheck
{
    /// <summary>Below this r is what differences in double can confirm.</summary>
    public const double Good = 1e-6;

    /// <summary>From here r says that the gradient is wrong, or that a kink lies within ε.</summary>
    public const double Doubtful = 1e-4;

    private readonly string name;
    private readonly int parameters;
    private readonly string worst;

    private GradientCheck(string name, int parameters, double ratio, string worst)
    {
        this.name = name;
        this.parameters = parameters;
        this.worst = worst;
        Ratio = ratio;
    }

    /// <summary>r = ‖dθ≈ − dθ‖ / (‖dθ≈‖ + ‖dθ‖); 0 when both are 0.</summary>
    public double Ratio { get; }

    /// <summary>Whether r is 10⁻⁴ or more, or not a number.</summary>
    public bool Suspect => !(Ratio < Doubtful);

    /// <summary>What r means, in words.</summary>
    public string Verdict =>
        Suspect ? $"suspect: the gradient is not that of the cost, most of all {worst}, or a kink lies within ε"
        : Ratio < Good ? "good: the gradient is that of the cost, as far as differences can tell"
        : "probably right, but not as near as differences come; try another batch or another ε";

    /// <summary>Checks the gradient of a batch.</summary>
    /// <param name="network">The network; its parameters are put back exactly.</param>
    /// <param name="batch">Inputs, and targets or labels.</param>
    /// <param name="epsilon">ε, from 10⁻⁷ to 10⁻⁵.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The network has dropout or batch normalization, so that the cost it trains is not the one it predicts, a recurrent layer whose gradients go back some steps only, a proximal penalty, or no loss.</exception>
    public static GradientCheck Of(INetwork<double> network, in Batch<double> batch, double epsilon = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (epsilon is not (>= 1e-7 and <= 1e-5))
        {
            throw Expect.OutOfRange(nameof(epsilon), epsilon, "it lies from 1e-7 to 1e-5: below, rounding spoils the difference; above, curvature does.");
        }

        NetworkDescription description = network.Description;
        if (description.Layers.OfType<DropoutDescription>().FirstOrDefault(layer => layer.Rate > 0) is { } dropout)
        {
            throw new InvalidOperationException(
                $"{description.Name} drops elements in {dropout.Name} (rate {dropout.Rate.ToString(CultureInfo.InvariantCulture)}), so the cost that is trained is not the cost that is predicted. " +
                "Check the same network with the rate 0.");
        }

        if (description.Layers.OfType<BatchNormDescription>().FirstOrDefault() is { } norm)
        {
            throw new InvalidOperationException(
                $"{description.Name} normalizes over the batch in {norm.Name}, so the cost that is trained is not the cost that is predicted, by running averages. " +
                "Compile the network and prove it with NetworkProof, which knows both.");
        }

        if (description.Layers.OfType<RecurrenceDescription>().FirstOrDefault(layer => layer.BackSteps > 0) is { } cut)
        {
            throw new InvalidOperationException(
                $"{description.Name} goes back {cut.BackSteps.ToString(CultureInfo.InvariantCulture)} steps in {cut.Name}, so its gradient is not that of its cost. Check the same network with BackSteps = 0.");
        }

        if (description.Penalties.Any(penalty => penalty.Proximal))
        {
            throw new InvalidOperationException(
                $"{description.Name} leaves an L1 penalty to proximal steps, so its gradient is not that of its cost. Check the same network with Proximal = false.");
        }

        Workspace<double> workspace = network.CreateWorkspace(batch.Rows);
        double[] gradient = new double[network.Layout.Length];
        network.Gradient(batch, gradient, workspace);

        double differences = 0, approximate = 0, exact = 0, largest = -1;
        string worst = "";
        Span<double> theta = network.Parameters;
        foreach (ParameterTensor tensor in network.Layout.Tensors)
        {
            for (int index = 0; index < tensor.Count; index++)
            {
                int place = tensor.Position(index);
                double slope = Difference(network, batch, workspace, ref theta[place], epsilon);
                double difference = slope - gradient[place];
                differences += difference * difference;
                approximate += slope * slope;
                exact += gradient[place] * gradient[place];
                if (!(Math.Abs(difference) <= largest))
                {
                    largest = Math.Abs(difference);
                    worst = $"element {index} of {tensor.Name}";
                }
            }
        }

        double norms = Math.Sqrt(approximate) + Math.Sqrt(exact);
        return new(description.Name, network.Layout.Count, norms == 0 ? 0 : Math.Sqrt(differences) / norms, worst);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: the gradient of {parameters} parameters lies r = {Ratio:G2} from central differences; {Verdict}.");

    private static double Difference(INetwork<double> network, in Batch<double> batch, Workspace<double> workspace, ref double parameter, double epsilon)
    {
        double kept = parameter;
        try
        {
            double above = parameter = kept + epsilon;
            double costAbove = network.Cost(batch, workspace);
            double below = parameter = kept - epsilon;
            return (costAbove - network.Cost(batch, workspace)) / (above - below);
        }
        finally
        {
            parameter = kept;
        }
    }
}
