using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace NetGen.Training;

/// <summary>What NetGen's optimizers share: the rate, the count of steps, the weight decay, and what is remembered.</summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public abstract class Optimizer<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly string rule;
    private double learningRate;
    private double weightDecay;
    private long steps;

    private protected Optimizer(int length, double learningRate, FormattableString rule, params ReadOnlySpan<string> state)
    {
        NumberType.Check<T>(GetType().Name.Split('`')[0]);
        Expect.AtLeast(length, 0, nameof(length));
        LearningRate = learningRate;
        this.rule = rule.ToString(CultureInfo.InvariantCulture);
        State = [.. state.ToArray().Select(name => (name, new AlignedBuffer<T>(length)))];
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => learningRate;
        set => learningRate = OptimizerArguments.CheckRate<T>(value);
    }

    /// <summary>
    /// λ of the weight decay, not negative, and finite as a <typeparamref name="T"/>; 0, the default, for none. It is
    /// coupled: the rule is given g + λθ, the gradient of the cost with ½λ‖θ‖² added, biases included, as PyTorch's
    /// <c>weight_decay</c>. <see cref="AdamW{T}"/> alone decays apart from the gradient.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">λ is negative, NaN or infinite as a <typeparamref name="T"/>.</exception>
    public double WeightDecay
    {
        get => weightDecay;
        init => weightDecay = OptimizerArguments.CheckWeightDecay<T>(value);
    }

    /// <inheritdoc/>
    public string Rule => weightDecay == 0 ? rule : string.Create(CultureInfo.InvariantCulture, $"{rule}, weight decay {weightDecay}");

    /// <inheritdoc/>
    public long Steps
    {
        get => steps;
        set => steps = OptimizerArguments.CheckSteps(value);
    }

    /// <inheritdoc/>
    public ImmutableArray<(string Name, AlignedBuffer<T> Values)> State { get; }

    /// <inheritdoc/>
    public virtual void BeginStep() => steps++;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No step was begun.</exception>
    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerArguments.CheckRange(offset, parameters.Length, gradient.Length, State.IsEmpty ? int.MaxValue : State[0].Values.Length);
        if (steps == 0)
        {
            throw new InvalidOperationException("No step was begun; call BeginStep before Update, or Step instead of both.");
        }

        Update(new ParameterRange<T>(offset, parameters, gradient));
    }

    private protected abstract void Update(in ParameterRange<T> range);

    /// <summary>Moves a range by a rule, which is given the gradient with the weight decay in it.</summary>
    private protected void Apply<TUpdate>(in TUpdate update, in ParameterRange<T> range)
        where TUpdate : struct, IUpdate<T>
    {
        if (weightDecay == 0)
        {
            Sweep.Run(update, range, State);
        }
        else
        {
            Sweep.Run(new Coupled<T, TUpdate>(update, T.CreateTruncating(weightDecay)), range, State);
        }
    }
}
