using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The dense layers that one launch gives their gradients, tile by tile.</summary>
/// <param name="Number">The number of the launch.</param>
/// <param name="Operations">The layers.</param>
internal sealed record GpuMatrices(int Number, IReadOnlyList<Operation> Operations)
{
    public const int GroupSize = 256;
    private const int Side = 32;

    /// <summary>The groups of each layer.</summary>
    public IEnumerable<int> Groups => Operations.Select(operation => TilesOfInputs(operation) * TilesOfUnits(operation));

    /// <summary>The threads of all.</summary>
    public int Cells => Groups.Sum() * GroupSize;

    public string Kernel => $"Update{Text.Number(Number)}";

    /// <summary>The bias is the row behind those of the inputs.</summary>
    public static int TilesOfInputs(Operation operation)
    {
        var dense = (DenseModel)operation.Layer;
        return Tiles(dense.InputSize + (dense.Bias ? 1 : 0));
    }

    public static int TilesOfUnits(Operation operation) => Tiles(((DenseModel)operation.Layer).Units);

    public static int Tiles(int length) => (length + Side - 1) / Side;
}
