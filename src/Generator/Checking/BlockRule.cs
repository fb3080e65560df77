namespace NetGen.Generator;

/// <summary>[Block] names a class with [Layers] of the same project, and repeats it at least once.</summary>
internal static class BlockRule
{
    public static bool Check(BlockDeclaration block, Faults faults)
    {
        if (block.Name is { } name && !NameTable.IsIdentifier(name))
        {
            faults.ReportLayer(Descriptors.NameNotIdentifier, block, name, NameTable.WhyNoIdentifier(name), "Body");
            return false;
        }

        if (Mistake(block) is var (what, remedy))
        {
            faults.ReportLayer(Descriptors.BlockNeedsLayers, block, what, remedy);
            return false;
        }

        if (block.Times < 1)
        {
            faults.ReportLayer(Descriptors.BlockNeedsTimes, block, block.Block, Text.Number(block.Times));
            return false;
        }

        return block.Target == BlockTarget.Block;
    }

    private static (string What, string Remedy)? Mistake(BlockDeclaration block) => block.Target switch
    {
        BlockTarget.Nothing => ("names no class", "Name one with [Layers], such as typeof(ResidualUnit)"),
        BlockTarget.NoClass => ($"names `{block.Block}`, which is no class", "Name a class with [Layers], such as typeof(ResidualUnit)"),
        BlockTarget.OtherAssembly =>
            ($"names `{block.Block}` of the assembly `{block.Assembly}`, but NetGen sees only the layers of this project's classes", "Declare the block in this project"),
        BlockTarget.Network =>
            ($"names `{block.Block}`, which is a network with an input of its own", "Move the layers that are repeated to a class with [Layers], and repeat that"),
        BlockTarget.WithoutLayers => ($"names `{block.Block}`, which carries no [Layers]", "Write [Layers] and its layers above that class, such as [Layers, Dense(4)]"),
        _ => null,
    };
}
