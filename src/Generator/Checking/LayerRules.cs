using System;

namespace NetGen.Generator;

/// <summary>The rule of every kind of layer.</summary>
internal static class LayerRules
{
    public static LayerModel Check(LayerDeclaration layer, LayerScope scope) => layer switch
    {
        InputPartDeclaration part => InputPartRule.Check(part, scope),
        DenseDeclaration dense => DenseRule.Check(dense, scope),
        ConvDeclaration conv => ConvRule.Check(conv, scope),
        ConvTransposeDeclaration conv => ConvTransposeRule.Check(conv, scope),
        ActivateDeclaration activate => ActivateRule.Check(activate, scope),
        DropoutDeclaration dropout => DropoutRule.Check(dropout, scope),
        FlattenDeclaration => FlattenRule.Check(scope),
        ReshapeDeclaration reshape => ReshapeRule.Check(reshape, scope),
        AddDeclaration add => AddRule.Check(add, scope),
        MultiplyDeclaration => MultiplyRule.Check(scope),
        ConcatDeclaration concat => ConcatRule.Check(concat, scope),
        PoolDeclaration pool => PoolRule.Check(pool, scope),
        UpsampleDeclaration upsample => UpsampleRule.Check(upsample, scope),
        ZeroPadDeclaration pad => ZeroPadRule.Check(pad, scope),
        RowNormDeclaration norm => RowNormRule.Check(norm, scope),
        BatchNormDeclaration norm => BatchNormRule.Check(norm, scope),
        PReLUDeclaration prelu => PReLURule.Check(prelu, scope),
        RecurrenceDeclaration recurrent => RecurrenceRule.Check(recurrent, scope),
        EmbeddingDeclaration embedding => EmbeddingRule.Check(embedding, scope),
        PositionalEncodingDeclaration encoding => PositionalEncodingRule.Check(encoding, scope),
        AttentionDeclaration attention => AttentionRule.Check(attention, scope),

        // The compiler speaks of it; here it is a layer of unknown shape.
        UnreadableDeclaration => new ReshapeModel(scope.Name, scope.Inputs, Shape.Unknown),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "This kind of layer has no rule."),
    };
}
