using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// What the backward pass has of parameters: the transposed weight panels that it reads, made anew at every backward
/// pass, so that they are never stale; room for those that kernels transpose themselves, one after another; and where
/// layers share parameters, the gradient of one use, which is then added to that of those below it.
/// </summary>
/// <param name="Weights">The weights transposed ahead of the backward pass, in the order of nodes; of layers that share them, of the first.</param>
/// <param name="Room">Where the room for others lies.</param>
/// <param name="OfUse">Where the gradient of one use lies.</param>
/// <param name="Length">The numbers of all.</param>
internal sealed record TransposePlan(EquatableArray<TransposedWeights> Weights, int Room, int OfUse, int Length)
{
    public static TransposePlan Of(NetworkProgram training)
    {
        IGrouping<int, Operation>[] uses =
        [
            .. training.Operations.Where(operation => operation.Layer.Parameters.Count > 0)
                .GroupBy(operation => ParameterPlan.OwnerOf(operation.Node, operation.Layer)).OrderBy(use => use.Key),
        ];
        var weights = new List<TransposedWeights>();
        int offset = 0;
        foreach (IGrouping<int, Operation> use in uses.Where(IsAhead))
        {
            foreach (ParameterModel parameter in Matrices(use))
            {
                bool onRequest = !parameter.IsInner && use.All(operation => !training.Tensors[operation.Inputs[0]].Learned);
                weights.Add(new TransposedWeights(use.Key, parameter, offset, onRequest));
                offset += (int)Padding.OfTransposed(parameter);
            }
        }

        int room = uses.Where(use => !IsAhead(use)).SelectMany(Matrices).Select(parameter => (int)Padding.OfTransposed(parameter)).DefaultIfEmpty().Max();
        int longest = uses.Where(use => use.Count() > 1).Select(use => LengthOf(use.First().Layer.Parameters)).DefaultIfEmpty().Max();
        return new TransposePlan(weights.ToEquatableArray(), offset, offset + room, offset + room + longest);
    }

    private static bool IsAhead(IEnumerable<Operation> use) => use.Any(operation => !operation.Layer.TransposesWeights);

    private static IEnumerable<ParameterModel> Matrices(IEnumerable<Operation> use) => use.First().Layer.Parameters.Where(parameter => parameter.InPanels);

    /// <summary>The numbers of a layer's parameters, with padding.</summary>
    public static int LengthOf(EquatableArray<ParameterModel> parameters) => parameters.Sum(parameter => (int)Padding.Of(parameter));

    /// <summary>The first of a layer's matrices, which the others follow; null where its kernel transposes them in <see cref="Room"/>.</summary>
    public TransposedWeights? Of(Operation operation)
    {
        int owner = ParameterPlan.OwnerOf(operation.Node, operation.Layer);
        return Weights.FirstOrDefault(weights => weights.Node == owner);
    }
}

/// <summary>One weight matrix that is transposed ahead of the backward pass.</summary>
/// <param name="OnRequest">Whether it is only read where the input's gradient is asked for.</param>
internal sealed record TransposedWeights(int Node, ParameterModel Parameter, int Offset, bool OnRequest);
