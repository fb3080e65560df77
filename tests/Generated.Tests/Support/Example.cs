using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Checking;
using NetGen.Differentiation;
using NetGen.Reference;

namespace NetGen.Generated.Tests.Support;

/// <summary>
/// Rows for a network, and what the reference says of them. The rows of a smaller batch are the first of a larger
/// one, so that one walk over the rows serves all batch sizes and both vector forms.
/// </summary>
internal sealed class Example
{
    private readonly NetworkDescription description;
    private readonly float[] parameters;
    private readonly ulong seed;
    private readonly TargetKind kind;
    private readonly SeededRandom random;
    private readonly List<float> inputs = [];
    private readonly List<float> targets = [];
    private readonly List<int> labels = [];
    private readonly List<float> upstream = [];
    private readonly List<Bounded> predictions = [];
    private readonly List<Bounded> trained = [];
    private readonly List<Expectation> expectations = [];
    private readonly List<double> inputDirection = [];

    /// <summary>Makes rows up and computes what they should give.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">Its parameters, canonical.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="batches">The batch sizes, ascending.</param>
    /// <param name="kind">What cross-entropy learns from.</param>
    /// <param name="step">The training step.</param>
    public Example(
        NetworkDescription description, float[] parameters, ulong seed, IReadOnlyList<int> batches, TargetKind kind = TargetKind.Probabilities, long step = 3)
    {
        this.description = description;
        this.parameters = parameters;
        this.seed = seed;
        this.kind = kind;
        Step = step;
        random = new SeededRandom(seed ^ (ulong)description.Layers.Length);
        Direction = [.. parameters.Select(_ => random.Normal())];

        var gradient = new Bounded[description.ParameterCount];
        var backward = new Bounded[description.ParameterCount];
        List<Bounded> inputGradient = [];
        List<Bounded> backwardInput = [];
        Bounded cost = default;
        double derivative = 0;
        (Bounded cost, double derivative, Bounded[] gradient) penalty = Penalty();
        foreach (int rows in batches)
        {
            for (int row = labels.Count; row < rows; row++)
            {
                Row next = Next(row);
                Accumulate(gradient, next.Gradient);
                Accumulate(backward, next.Backward);
                inputGradient.AddRange(next.InputGradient);
                backwardInput.AddRange(next.BackwardInput);
                cost += next.Loss;
                derivative += next.Derivative;
            }

            double weight = description.Reduction == Reduction.Mean ? 1.0 / rows : 1;
            expectations.Add(new Expectation(
                rows, description.Losses.IsEmpty ? null : cost * Bounded.From(weight) + penalty.cost, derivative * weight + penalty.derivative,
                [.. Scaled(gradient, weight).Zip(penalty.gradient, (sum, slope) => sum + slope)], Scaled(inputGradient, weight), [.. backward], [.. backwardInput]));
        }

        Inputs = [.. inputs];
        Targets = [.. targets];
        Labels = [.. labels];
        Upstream = [.. upstream];
        Predictions = [.. predictions];
        Trained = [.. trained];
        InputDirection = [.. inputDirection];
    }

    public long Step { get; }

    /// <summary>How many rows lay too near a kink to say what float should give.</summary>
    public int LeftOut { get; private set; }

    public float[] Inputs { get; }

    public float[] Targets { get; }

    public int[] Labels { get; }

    /// <summary>∂/∂ŷ for the backward pass, [rows, output size].</summary>
    public float[] Upstream { get; }

    /// <summary>The direction of the parameters along which J's derivatives are taken, canonical.</summary>
    public double[] Direction { get; }

    /// <summary>The direction of the inputs, [rows, input size].</summary>
    public double[] InputDirection { get; }

    /// <summary>ŷ without dropout.</summary>
    public Bounded[] Predictions { get; }

    /// <summary>ŷ with dropout.</summary>
    public Bounded[] Trained { get; }

    /// <summary>What every batch size should give.</summary>
    public IReadOnlyList<Expectation> Expectations => expectations;

    public Batch<float> Batch(int rows) => kind == TargetKind.Labels
        ? new Batch<float>(Inputs.AsSpan(0, rows * description.InputSize), Labels.AsSpan(0, rows), Step)
        : new Batch<float>(rows, Inputs.AsSpan(0, rows * description.InputSize), Targets.AsSpan(0, rows * description.OutputSize), Step);

    /// <summary>What the parameters cost, and of what is not left to proximal steps the derivative along the direction and the gradient.</summary>
    private (Bounded Cost, double Derivative, Bounded[] Gradient) Penalty()
    {
        var tape = new Tape<Bounded>();
        Variable<Bounded>[] theta = [.. parameters.Select(parameter => tape.Leaf(parameter))];
        tape.Backward([ReferencePass.Penalty<Variable<Bounded>>(description, theta, proximal: false)], [1]);
        Dual<Real<double>>[] along = [.. parameters.Zip(Direction, (parameter, v) => new Dual<Real<double>>((double)parameter, v))];
        return (
            ReferencePass.Penalty<Bounded>(description, Exact(parameters)), ReferencePass.Penalty<Dual<Real<double>>>(description, along, proximal: false).Tangent.Number,
            [.. theta.Select(tape.Adjoint)]);
    }

    /// <summary>A row that lies near no kink.</summary>
    private Row Next(int row)
    {
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            float[] input = Input();
            Bounded.TakeDoubt();
            Bounded[] prediction = ReferencePass.Output(description, ReferencePass.Forward<Bounded>(description, Exact(parameters), Exact(input), training: null));
            (float[] target, int label) = Target();
            float[] u = random.Normals(description.OutputSize);
            Row next = Walk(row, input, target, u);
            if (Bounded.TakeDoubt())
            {
                LeftOut++;
                continue;
            }

            inputs.AddRange(input);
            targets.AddRange(target);
            labels.Add(label);
            upstream.AddRange(u);
            predictions.AddRange(prediction);
            trained.AddRange(next.Outputs);
            return description.Losses.IsEmpty ? next : next with { Derivative = Derivative(row, input, target) };
        }

        throw new InvalidOperationException($"A thousand rows for {description.Name} all lie within the bound of a kink.");
    }

    /// <summary>Normal numbers, and whole ones where such are expected.</summary>
    private float[] Input() =>
    [
        .. random.Normals(description.InputSize).Select((number, element) =>
            description.Domain[element] is { } range ? range.Least + random.Below(range.Most - range.Least + 1) : number),
    ];

    private Row Walk(int row, float[] input, float[] target, float[] u)
    {
        var tape = new Tape<Bounded>();
        Variable<Bounded>[] theta = [.. parameters.Select(parameter => tape.Leaf(parameter))];
        Variable<Bounded>[] x = [.. input.Select(number => tape.Leaf(number))];
        Variable<Bounded>[][] nodes = ReferencePass.Forward<Variable<Bounded>>(description, theta, x, new DropoutKey(seed, Step, row));

        tape.Backward(ReferencePass.Output(description, nodes), Exact(u));
        (Bounded[] backward, Bounded[] backwardInput) = ([.. theta.Select(tape.Adjoint)], [.. x.Select(tape.Adjoint)]);
        Bounded loss = default;
        (Bounded[] gradient, Bounded[] inputGradient) = ([], []);
        if (!description.Losses.IsEmpty)
        {
            Variable<Bounded>[] constants = [.. target.Select(number => Variable<Bounded>.Constant(number))];
            Variable<Bounded> cost = ReferencePass.Loss<Variable<Bounded>>(description, nodes, constants);

            // Each adjoint carries the rounding of the mean's 1/m, wherever compiled code applies it.
            tape.Backward([cost], [description.Reduction == Reduction.Mean ? Bounded.Ratio(1, 1) : 1]);
            (gradient, inputGradient) = ([.. theta.Select(tape.Adjoint)], [.. x.Select(tape.Adjoint)]);
            loss = cost.Primal;
        }

        return new Row([.. ReferencePass.Output(description, nodes).Select(output => output.Primal)], loss, gradient, inputGradient, backward, backwardInput);
    }

    /// <summary>The exact derivative of a row's loss along the direction, by dual numbers.</summary>
    private double Derivative(int row, float[] input, float[] target)
    {
        double[] along = [.. input.Select(_ => random.Normal())];
        inputDirection.AddRange(along);
        Dual<Real<double>>[] theta = [.. parameters.Zip(Direction, (parameter, v) => new Dual<Real<double>>((double)parameter, v))];
        Dual<Real<double>>[] x = [.. input.Zip(along, (number, v) => new Dual<Real<double>>((double)number, v))];
        Dual<Real<double>>[] y = [.. target.Select(number => Dual<Real<double>>.From(number))];
        Dual<Real<double>>[][] nodes = ReferencePass.Forward<Dual<Real<double>>>(description, theta, x, new DropoutKey(seed, Step, row));
        return ReferencePass.Loss<Dual<Real<double>>>(description, nodes, y).Tangent.Number;
    }

    /// <summary>A target that the losses take, and a label where one takes it.</summary>
    private (float[] Target, int Label) Target()
    {
        int label = random.Below(description.OutputSize);
        return description.Losses.IsEmpty
            ? (random.Normals(description.OutputSize), label)
            : ([.. description.Losses.SelectMany(loss => Target(loss.Loss, NetworkDescription.Elements(description.Shapes[loss.Node]), label))], label);
    }

    /// <summary>A target that a loss takes. Probabilities are quarters, so that they sum to exactly 1.</summary>
    private float[] Target(Loss loss, int size, int label)
    {
        float[] target = random.Normals(size);
        switch (loss)
        {
            case Loss.BinaryCrossEntropy:
                return [.. target.Select(_ => random.Chance(0.5) ? random.Below(2) : (float)random.Uniform())];
            case Loss.CrossEntropy or Loss.KullbackLeibler:
                Array.Clear(target);
                for (int quarter = 0; quarter < 4; quarter++)
                {
                    target[kind == TargetKind.Probabilities ? random.Below(size) : label] += 0.25f;
                }

                return target;
            default:
                return target;
        }
    }

    private static Bounded[] Exact(float[] numbers) => [.. numbers.Select(number => (Bounded)number)];

    private static void Accumulate(Bounded[] sum, Bounded[] terms)
    {
        for (int index = 0; index < terms.Length; index++)
        {
            // One number of its own: the sums inside it have been stored by the time rows are added.
            sum[index] += new Bounded(terms[index].Value, terms[index].Error);
        }
    }

    private static Bounded[] Scaled(IEnumerable<Bounded> numbers, double weight) =>
        [.. numbers.Select(number => new Bounded(number.Value * weight, number.Error * weight))];

    /// <summary>What one row gives by itself.</summary>
    private sealed record Row(Bounded[] Outputs, Bounded Loss, Bounded[] Gradient, Bounded[] InputGradient, Bounded[] Backward, Bounded[] BackwardInput)
    {
        /// <summary>The loss's derivative along the direction.</summary>
        public double Derivative { get; init; }
    }
}
