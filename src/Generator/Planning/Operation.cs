using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// One step of a program: a layer that computes one tensor of others, with the activation that follows it where the
/// two are fused.
/// </summary>
/// <param name="Node">The node of the layer.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">The tensors it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Activation">The elementwise activation fused into the layer, or null.</param>
/// <param name="Memory">The tensor that nobody else reads: what the operation keeps for its backward pass, or needs while it runs; null where there is none.</param>
internal sealed record Operation(int Node, LayerModel Layer, EquatableArray<int> Inputs, int Output, ActivateModel? Activation = null, int? Memory = null)
{
    /// <summary>The most inputs that one step of a pass reads.</summary>
    private const int MostSlots = 16;

    /// <summary>The number by which code and comments speak of the layer, as <see cref="NetworkModel.NumberOf"/> has it.</summary>
    public int Number { get; init; }

    /// <summary>The first of the inputs that are at work, where a step of a pass works with some of them.</summary>
    public int FirstSlot { get; private init; }

    /// <summary>The inputs that are at work, by their place among all.</summary>
    public IEnumerable<int> Slots => Enumerable.Range(FirstSlot, System.Math.Min(Inputs.Count - FirstSlot, MostSlots));

    /// <summary>The operation by steps, each with some of its inputs.</summary>
    public IEnumerable<Operation> Steps => Enumerable.Range(0, (Inputs.Count + MostSlots - 1) / MostSlots).Select(step => this with { FirstSlot = step * MostSlots });

    public string Title => Activation is null ? Layer.Title : $"{Layer.Title}, {Activation.Title}";
}

/// <summary>One example's elements at some place of a program; tensor 0 is the input.</summary>
/// <param name="Name">What emitted code calls it: <c>x</c>, <c>a2</c> for the output of layer 2, <c>z2</c> before its activation.</param>
/// <param name="Elements">The elements.</param>
/// <param name="Learned">Whether parameters have a part in it, so that its gradient is always needed.</param>
internal sealed record Tensor(string Name, int Elements, bool Learned)
{
    /// <summary>The numbers a row of it takes in memory, so that every row starts on a cache line.</summary>
    public int Stride => Padding.Stride(Elements);
}
