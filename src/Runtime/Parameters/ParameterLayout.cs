using System;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>Where the parameters of a network lie in its flat buffer. Gradients and optimizer moments lie the same way.</summary>
public sealed class ParameterLayout
{
    /// <summary>Lists the tensors.</summary>
    /// <param name="length">The numbers in the buffer, padding included.</param>
    /// <param name="tensors">The tensors, in order.</param>
    public ParameterLayout(int length, params ImmutableArray<ParameterTensor> tensors)
    {
        Length = length;
        Tensors = tensors;
        Count = tensors.Sum(tensor => tensor.Count);
    }

    /// <summary>The layout of no tensors.</summary>
    public static ParameterLayout Empty { get; } = new(0, []);

    /// <summary>The tensors, in order.</summary>
    public ImmutableArray<ParameterTensor> Tensors { get; }

    /// <summary>The numbers in the buffer, padding included.</summary>
    public int Length { get; }

    /// <summary>The number of parameters.</summary>
    public int Count { get; }

    /// <summary>All tensors of a network one after another, in canonical order and without padding.</summary>
    /// <param name="description">The network.</param>
    public static ParameterLayout Canonical(NetworkDescription description) => Listed(description, description.ParametersOf);

    /// <summary>All statistics of a network one after another, in canonical order and without padding.</summary>
    /// <param name="description">The network.</param>
    public static ParameterLayout CanonicalStatistics(NetworkDescription description) => Listed(description, description.StatisticsOf);

    private static ParameterLayout Listed(NetworkDescription description, Func<int, ImmutableArray<(string Name, ImmutableArray<int> Shape)>> tensorsOf)
    {
        var tensors = ImmutableArray.CreateBuilder<ParameterTensor>();
        int offset = 0;
        for (int node = 1; node <= description.Layers.Length; node++)
        {
            foreach ((string name, ImmutableArray<int> shape) in tensorsOf(node))
            {
                int length = NetworkDescription.Elements(shape);
                tensors.Add(ParameterTensor.Canonical($"{description.Layers[node - 1].Name}.{name}", node, shape, offset, length));
                offset += length;
            }
        }

        return new(offset, tensors.ToImmutable());
    }

    /// <summary>This layout, and behind it another.</summary>
    internal ParameterLayout Then(ParameterLayout other) =>
        other.Length == 0 ? this : new(Length + other.Length, [.. Tensors, .. other.Tensors.Select(tensor => tensor.Behind(Length))]);

    /// <summary>The tensor of a name.</summary>
    /// <param name="name">A name such as <c>Dense1.Weights</c>.</param>
    /// <exception cref="ArgumentException">There is no such tensor; the message lists those there are.</exception>
    public ParameterTensor this[string name] =>
        Tensors.FirstOrDefault(tensor => tensor.Name == name)
        ?? throw new ArgumentException($"No parameter is named '{name}'; there are {string.Join(", ", Tensors.Select(tensor => tensor.Name))}.", nameof(name));

    /// <summary>Copies all tensors out of a buffer, one after another in canonical order.</summary>
    /// <param name="buffer"><see cref="Length"/> numbers.</param>
    /// <param name="canonical">Receives <see cref="Count"/> numbers.</param>
    /// <exception cref="ArgumentException">A length does not fit; nothing is written.</exception>
    public void CopyTo<T>(ReadOnlySpan<T> buffer, Span<T> canonical)
    {
        Check(buffer.Length, canonical.Length);
        foreach (ParameterTensor tensor in Tensors)
        {
            tensor.CopyTo(buffer, canonical[..tensor.Count]);
            canonical = canonical[tensor.Count..];
        }
    }

    /// <summary>Copies all tensors into a buffer, one after another in canonical order; padding is left alone.</summary>
    /// <param name="buffer"><see cref="Length"/> numbers.</param>
    /// <param name="canonical"><see cref="Count"/> numbers.</param>
    /// <exception cref="ArgumentException">A length does not fit; nothing is written.</exception>
    public void CopyFrom<T>(Span<T> buffer, ReadOnlySpan<T> canonical)
    {
        Check(buffer.Length, canonical.Length);
        foreach (ParameterTensor tensor in Tensors)
        {
            tensor.CopyFrom(buffer, canonical[..tensor.Count]);
            canonical = canonical[tensor.Count..];
        }
    }

    private void Check(int buffer, int canonical)
    {
        Expect.Length(buffer, Length, nameof(buffer));
        Expect.Length(canonical, Count, nameof(canonical));
    }
}
