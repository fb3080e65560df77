using System.Linq;

namespace NetGen.Generator;

/// <summary>Checks a block by itself: all that does not depend on what it is given.</summary>
internal static class BlockChecker
{
    public static BlockBody Check(DeclarationModel declaration, Blocks blocks, Faults faults)
    {
        ClassRules.CheckBlock(declaration, faults);
        DeclarationModel block = blocks.Expand(declaration, faults);
        var names = new NameTable(block, faults);
        EquatableArray<LayerModel> models = ShapeChecker.CheckLayers(block, Shape.Unknown, names, faults);
        EmbeddingSourceRule.Check(block, Shape.Unknown, models, faults);
        UseRule.Check(block, models, names, faults);
        SoftmaxRule.Check(block, models, names.Outputs, faults);

        bool isRight = !faults.HasErrors && block.Layers.All(layer => layer is not UnreadableDeclaration && layer.Place is not { IsWrong: true });
        return new BlockBody(block.Layers, models, isRight);
    }
}
