using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>Networks that predict together, by the mean of their outputs; <see cref="Bagging"/> trains them.</summary>
/// <typeparam name="T">The number type of the networks.</typeparam>
public sealed class Bag<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Networks of the same task.</summary>
    /// <param name="networks">One or more, with rows of the same sizes.</param>
    /// <exception cref="ArgumentException">There are none, or their rows have different sizes.</exception>
    public Bag(ImmutableArray<INetwork<T>> networks)
    {
        if (networks.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There are no networks; expected one or more.", nameof(networks));
        }

        for (int index = 0; index < networks.Length; index++)
        {
            ArgumentNullException.ThrowIfNull(networks[index], nameof(networks));
            (NetworkDescription first, NetworkDescription other) = (networks[0].Description, networks[index].Description);
            if (other.InputSize != first.InputSize || other.OutputSize != first.OutputSize)
            {
                throw new ArgumentException(
                    Invariant($"Network {index}, {other.Name}, takes {other.InputSize} inputs and gives {other.OutputSize} outputs; expected {first.InputSize} and {first.OutputSize}, as {first.Name} has them."), nameof(networks));
            }
        }

        Networks = networks;
    }

    /// <summary>The networks.</summary>
    public ImmutableArray<INetwork<T>> Networks { get; }

    /// <summary>Predicts by the mean of the networks: of probabilities, too, the mean is probabilities. Thread-safe.</summary>
    /// <param name="inputs">[rows, input size].</param>
    /// <param name="outputs">[rows, output size].</param>
    public void Forward(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        Networks[0].Forward(inputs, outputs);
        T[] rented = ArrayPool<T>.Shared.Rent(outputs.Length);
        try
        {
            Span<T> others = rented.AsSpan(0, outputs.Length);
            for (int number = 1; number < Networks.Length; number++)
            {
                Networks[number].Forward(inputs, others);
                for (int index = 0; index < outputs.Length; index++)
                {
                    outputs[index] += others[index];
                }
            }
        }
        finally
        {
            ArrayPool<T>.Shared.Return(rented);
        }

        T count = T.CreateChecked(Networks.Length);
        for (int index = 0; index < outputs.Length; index++)
        {
            outputs[index] /= count;
        }
    }
}
