using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Files;

/// <summary>How the tensors of a network are named in a file.</summary>
public sealed class TensorNaming
{
    private readonly Func<NetworkDescription, ParameterLayout, ImmutableArray<string>> names;

    private TensorNaming(Func<NetworkDescription, ParameterLayout, ImmutableArray<string>> names) => this.names = names;

    /// <summary>
    /// As the <c>state_dict</c> of PyTorch's <c>nn.Sequential</c>: the place of the layer, from 0, where dense layers,
    /// activations, dropouts and all others count as one module each: <c>0.weight</c>, <c>0.bias</c>, <c>2.weight</c>; of a
    /// recurrent layer, <c>0.weight_ih_l0</c>.
    /// </summary>
    public static TensorNaming Sequential { get; } =
        new((description, layout) => [.. layout.Tensors.Select(tensor => $"{tensor.Node - 1}.{Parameter(description, tensor)}")]);

    /// <summary>By the name of the layer: <c>Dense1.weight</c>, <c>Dense1.bias</c>.</summary>
    public static TensorNaming ByLayer { get; } =
        new((description, layout) => [.. layout.Tensors.Select(tensor => $"{description.Layers[tensor.Node - 1].Name}.{Parameter(description, tensor)}")]);

    /// <summary>By a map.</summary>
    /// <param name="names">From the network's tensors, such as <c>Dense1.Weights</c>, to names in the file, such as <c>encoder.weight</c>; all tensors of the network, each to a name of its own.</param>
    /// <returns>The naming. A network that it does not fit throws <see cref="ArgumentException"/> when it is saved or loaded.</returns>
    public static TensorNaming Map(IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        ImmutableSortedDictionary<string, string> map = names.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new((description, layout) => Mapped(map, description, layout));
    }

    /// <summary>The name of every tensor of the layout, in its order.</summary>
    /// <exception cref="ArgumentException">A map does not fit the network.</exception>
    internal ImmutableArray<string> Of(NetworkDescription description, ParameterLayout layout) => names(description, layout);

    private static ImmutableArray<string> Mapped(ImmutableSortedDictionary<string, string> map, NetworkDescription description, ParameterLayout layout)
    {
        string[] own = [.. layout.Tensors.Select(tensor => tensor.Name)];
        string[] wrong =
        [
            .. own.Where(name => !map.ContainsKey(name)).Select(name => $"{name}: missing in the map"),
            .. map.Keys.Except(own).Select(name => $"{name}: {description.Name} has no such tensor"),
            .. map.GroupBy(pair => pair.Value).Where(group => group.Count() > 1)
                .Select(group => $"{string.Join(" and ", group.Select(pair => pair.Key))}: both are named '{group.Key}' in the file"),
        ];
        return wrong.Length == 0
            ? [.. own.Select(name => map[name])]
            : throw new ArgumentException($"The map of tensor names does not fit {description.Name}; it must name each of {string.Join(", ", own)} once:\n{string.Join("\n", wrong)}");
    }

    private static string Parameter(NetworkDescription description, ParameterTensor tensor)
    {
        string name = tensor.Name[(description.Layers[tensor.Node - 1].Name.Length + 1)..];
        return description.Layers[tensor.Node - 1] is RecurrenceDescription ? Recurrent(name)
            : description.Layers[tensor.Node - 1] is AttentionDescription ? Attention(name)
            : name switch { "Weights" => "weight", "RunningMean" => "running_mean", "RunningVariance" => "running_var", _ => null } is { } known ? known : char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>As PyTorch's <c>MultiheadAttention</c> has it: <c>in_proj_weight</c>, <c>out_proj.bias</c>.</summary>
    private static string Attention(string name) => name switch
    {
        "InputWeights" => "in_proj_weight",
        "InputBias" => "in_proj_bias",
        "OutputWeights" => "out_proj.weight",
        _ => "out_proj.bias",
    };

    /// <summary>As a recurrent module of PyTorch with one layer has it: <c>weight_ih_l0</c>, <c>bias_hh_l0_reverse</c>.</summary>
    private static string Recurrent(string name)
    {
        const string Reverse = "Reverse";
        bool isReverse = name.StartsWith(Reverse, StringComparison.Ordinal);
        string own = (isReverse ? name[Reverse.Length..] : name) switch
        {
            "InputWeights" => "weight_ih_l0",
            "StateWeights" => "weight_hh_l0",
            "InputBias" => "bias_ih_l0",
            _ => "bias_hh_l0",
        };
        return isReverse ? $"{own}_reverse" : own;
    }
}
