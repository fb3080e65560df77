using System;

namespace NetGen;

/// <summary>
/// A network that also works step by step, for sequences whose end nobody knows: audio, sensors, control loops. The
/// attribute <c>[Network(Streaming = true)]</c> makes a compiled network one.
/// </summary>
/// <typeparam name="T">The number type of inputs, parameters and states.</typeparam>
/// <remarks>
/// Every step gives what <see cref="INetwork{T}.Forward(ReadOnlySpan{T}, Span{T})"/> gives of the sequence so far, to
/// the last bit: its step of an output that is a sequence, or the output after the last step so far. A state belongs
/// to one stream of one network; it may be copied, kept and put back between steps. Steps of different states may run
/// at once. Nothing is allocated.
/// </remarks>
public interface IStreamingNetwork<T> : INetwork<T>
    where T : unmanaged
{
    /// <summary>The numbers of the state of a stream.</summary>
    int StateSize { get; }

    /// <summary>The numbers that a step takes: F of an input [T, F] of recurrent layers, C of an input [C, L] of convolutions, 1 of symbols [T].</summary>
    int StepInputSize { get; }

    /// <summary>The numbers that a step gives.</summary>
    int StepOutputSize { get; }

    /// <summary>Takes the next step of the input and gives the step of the output that belongs to it.</summary>
    /// <param name="input">[<see cref="StepInputSize"/>], the next step of the input.</param>
    /// <param name="state">[<see cref="StateSize"/>], as the step before left it; all zeros at the start. Receives the state after this step.</param>
    /// <param name="output">Receives [<see cref="StepOutputSize"/>].</param>
    /// <exception cref="ArgumentException">A length does not fit, or a symbol is none.</exception>
    void Step(ReadOnlySpan<T> input, Span<T> state, Span<T> output);
}
