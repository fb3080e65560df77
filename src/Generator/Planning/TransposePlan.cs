using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// What the backward pass has of parameters: room for the transposed weight panels that it reads, made anew at every
/// backward pass, so that they are never stale; and behind it, where layers share parameters, the gradient of one use,
/// which is then added to that of those below it.
/// </summary>
/// <param name="Weights">The transposed weights, in the order of nodes; of layers that share them, of the first.</param>
/// <param name="OfUse">Where the gradient of one use lies.</param>
/// <param name="Length">The numbers of all.</param>
internal sealed record TransposePlan(EquatableArray<TransposedWeights> Weights, int OfUse, int Length)
{
    public static TransposePlan Of(NetworkProgram training)
    {
        var weights = new List<TransposedWeights>();
        int offset = 0;
        int longest = 0;
        ILookup<int, Operation> uses = training.Operations.Where(operation => operation.Layer.Parameters.Count > 0)
            .ToLookup(operation => ParameterPlan.OwnerOf(operation.Node, operation.Layer));
        foreach (IGrouping<int, Operation> use in uses.OrderBy(use => use.Key))
        {
            EquatableArray<ParameterModel> parameters = use.First().Layer.Parameters;
            longest = use.Count() > 1 ? System.Math.Max(longest, LengthOf(parameters)) : longest;
            foreach (ParameterModel parameter in parameters.Where(parameter => parameter.InPanels))
            {
                bool onRequest = !parameter.IsInner && use.All(operation => !training.Tensors[operation.Inputs[0]].Learned);
                bool ahead = use.Any(operation => !operation.Layer.RereadsParameters);
                weights.Add(new TransposedWeights(use.Key, parameter, offset, onRequest, ahead));
                offset += (int)Padding.OfTransposed(parameter);
            }
        }

        return new TransposePlan(weights.ToEquatableArray(), offset, offset + longest);
    }

    /// <summary>Those that are transposed before anything else of the backward pass; the kernels of others do it where they read them.</summary>
    public IEnumerable<TransposedWeights> Ahead => Weights.Where(weights => weights.Ahead);

    /// <summary>The numbers of a layer's parameters, with padding.</summary>
    public static int LengthOf(EquatableArray<ParameterModel> parameters) => parameters.Sum(parameter => (int)Padding.Of(parameter));

    /// <summary>The first of a layer's matrices; the others follow it.</summary>
    public TransposedWeights Of(Operation operation) =>
        Weights[ParameterPlan.FirstOf(ParameterPlan.OwnerOf(operation.Node, operation.Layer), Weights, weights => weights.Node)];
}

/// <summary>One transposed weight matrix.</summary>
/// <param name="OnRequest">Whether it is only read where the input's gradient is asked for.</param>
/// <param name="Ahead">Whether it is transposed before anything else of the backward pass.</param>
internal sealed record TransposedWeights(int Node, ParameterModel Parameter, int Offset, bool OnRequest, bool Ahead);
