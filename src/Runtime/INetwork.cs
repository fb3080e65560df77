using System;

namespace NetGen;

/// <summary>
/// A network: compiled ones are <c>INetwork&lt;float&gt;</c>, reference ones serve
/// float or double. Parameters and gradients are flat buffers that share one <see cref="ParameterLayout"/>, so that
/// optimizers, clipping and averaging are loops over spans.
/// </summary>
/// <typeparam name="T">The number type of inputs, parameters and gradients: float or double.</typeparam>
/// <remarks>
/// Rows are examples, one after another: inputs are [rows, input size] and outputs [rows, output size]. Lengths that
/// do not fit throw <see cref="ArgumentException"/>, a workspace that is null <see cref="ArgumentNullException"/>. Predicting is thread-safe; calls that take a
/// <see cref="Workspace{T}"/> are safe as long as each thread has its own. What a call writes must overlap neither
/// what it reads nor what else it writes: a layer may write its first outputs before it has read its last inputs. Nothing checks that.
/// </remarks>
public interface INetwork<T>
    where T : unmanaged
{
    /// <summary>What the network is: its layers, shapes and loss, as data.</summary>
    NetworkDescription Description { get; }

    /// <summary>Where each weight and bias lies in <see cref="Parameters"/> and in a gradient.</summary>
    ParameterLayout Layout { get; }

    /// <summary>The seed of the initial parameters and of the dropout masks.</summary>
    ulong Seed { get; }

    /// <summary>
    /// All parameters, <see cref="ParameterLayout.Length"/> numbers with padding; what is padding is zero and must
    /// stay zero.
    /// </summary>
    Span<T> Parameters { get; }

    /// <summary>Where each running average lies in <see cref="Statistics"/>.</summary>
    ParameterLayout StatisticsLayout => ParameterLayout.Empty;

    /// <summary>
    /// The running averages of batch normalizations, by which they predict; empty where the network has none. Nothing is
    /// learned here: each training pass, which is each <see cref="Gradient"/> and each training forward, moves them once
    /// towards the statistics of its batch, as soon as it has them. A prediction at the same time may see some of them
    /// before and some after. They are exchanged, saved and loaded with the parameters.
    /// </summary>
    Span<T> Statistics => default;

    /// <summary>Makes the memory that training needs, for batches of up to <paramref name="rows"/> rows; it grows when a larger one comes.</summary>
    /// <param name="rows">The number of rows expected, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rows are fewer than 1, or more than can be addressed.</exception>
    Workspace<T> CreateWorkspace(int rows);

    /// <summary>
    /// Predicts: one row or many. A batch sums in the order of the inputs, one row of a dense layer in several sums side
    /// by side, so that a row alone may differ from the same row in a batch by rounding.
    /// </summary>
    /// <param name="inputs">[rows, input size].</param>
    /// <param name="outputs">[rows, output size], in memory of its own: a row may be written before the next one is read.</param>
    void Forward(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>
    /// The forward pass of training, with dropout: like <see cref="Forward(ReadOnlySpan{T}, Span{T})"/>, and the
    /// workspace keeps what one <see cref="Backward"/> needs.
    /// </summary>
    /// <param name="batch">Inputs and step; targets and weights are not read.</param>
    /// <param name="outputs">[rows, output size].</param>
    /// <param name="workspace">The memory of this training.</param>
    void Forward(in Batch<T> batch, Span<T> outputs, Workspace<T> workspace);

    /// <summary>
    /// The backward pass from any gradient of the output: Σ over the rows of the vector-Jacobian product. It follows
    /// a training forward of the same batch in the same workspace, and uses it up: every backward has a forward of its own.
    /// </summary>
    /// <remarks>
    /// Checked is that the last call that used the workspace was a training forward of this network, with as many rows
    /// and at the same step. That the inputs and the parameters are still those of the forward is the caller's duty:
    /// other ones give numbers that are no gradient. Penalties belong to the cost, which this pass does not know: it adds none.
    /// </remarks>
    /// <param name="batch">The batch that was passed forward.</param>
    /// <param name="outputGradient">∂J/∂ŷ, [rows, output size].</param>
    /// <param name="gradient">Receives ∂J/∂θ in the layout of <see cref="Parameters"/>; padding becomes zero.</param>
    /// <param name="workspace">The memory that the training forward filled.</param>
    /// <param name="inputGradient">Receives ∂J/∂x, [rows, input size]; empty where nobody asks, and then it costs nothing.</param>
    /// <exception cref="InvalidOperationException">The workspace does not hold a training forward of this network, of as many rows, at this step, or an earlier backward has used it.</exception>
    void Backward(in Batch<T> batch, ReadOnlySpan<T> outputGradient, Span<T> gradient, Workspace<T> workspace, Span<T> inputGradient = default);

    /// <summary>The cost J of a batch and its gradient, as training sees it: with dropout. Both have the penalties of the weights, but for the gradient of an L1 that is left to proximal steps.</summary>
    /// <param name="batch">Inputs, targets or labels, weights where rows have some, and the step.</param>
    /// <param name="gradient">Receives ∂J/∂θ in the layout of <see cref="Parameters"/>; padding becomes zero.</param>
    /// <param name="workspace">The memory of this training.</param>
    /// <param name="inputGradient">Receives ∂J/∂x, [rows, input size]; empty where nobody asks, and then it costs nothing.</param>
    /// <returns>J.</returns>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    T Gradient(in Batch<T> batch, Span<T> gradient, Workspace<T> workspace, Span<T> inputGradient = default);

    /// <summary>The cost J of a batch as prediction sees it: without dropout, with the penalties of the weights.</summary>
    /// <param name="batch">Inputs, targets or labels, and weights where rows have some.</param>
    /// <param name="workspace">The memory of this training.</param>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    T Cost(in Batch<T> batch, Workspace<T> workspace);
}
