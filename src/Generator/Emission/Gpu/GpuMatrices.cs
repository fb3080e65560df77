using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The dense layers that one launch gives their gradients, tile by tile.</summary>
/// <param name="Number">The number of the launch.</param>
/// <param name="Operations">The layers.</param>
internal sealed record GpuMatrices(int Number, IReadOnlyList<Operation> Operations)
{
    /// <summary>The groups of each layer.</summary>
    public IEnumerable<int> Groups => Operations.Select(operation => TilesOfInputs(operation) * TilesOfUnits(operation));

    /// <summary>The threads of all.</summary>
    public int Cells => Groups.Sum() * GpuSizes.Group;

    public string Kernel => $"Update{Text.Number(Number)}";

    public static int TilesOfUnits(Operation operation) => GpuSizes.Parts(((DenseModel)operation.Layer).Units, GpuSizes.Side);

    /// <summary>The bias is the row behind those of the inputs.</summary>
    private static int TilesOfInputs(Operation operation)
    {
        var dense = (DenseModel)operation.Layer;
        return GpuSizes.Parts(dense.InputSize + (dense.Bias ? 1 : 0), GpuSizes.Side);
    }
}
