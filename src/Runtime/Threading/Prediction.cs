using System;
using NetGen.Threading;

namespace NetGen;

/// <summary>Prediction that threads share.</summary>
public static class Prediction
{
    /// <summary>The multiplications that are worth a thread: some 10 µs.</summary>
    private const long LeastProducts = 200_000;

    /// <summary>Predicts many rows, which threads share: each row gives the same bits as in <see cref="INetwork{T}.Forward(ReadOnlySpan{T}, Span{T})"/>.</summary>
    /// <typeparam name="T">The number type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[rows, input size].</param>
    /// <param name="outputs">Receives [rows, output size].</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static unsafe void Forward<T>(this INetwork<T> network, ReadOnlySpan<T> inputs, Span<T> outputs, Workers? workers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        int rows = Expect.Rows(inputs.Length, description.InputSize, outputs.Length, description.OutputSize);
        fixed (T* x = inputs, y = outputs)
        {
            var work = new PredictionWork<T>(network, rows, description.InputSize, x, description.OutputSize, y);
            Division.Run(workers, ref work, (long)rows * network.Layout.Length, LeastProducts);
        }
    }
}
