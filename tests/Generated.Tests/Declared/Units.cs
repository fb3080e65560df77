namespace NetGen.Generated.Tests.Declared;

internal static class Units
{
    /// <summary>A block in a file of its own.</summary>
    [Layers]
    [Dense(2, Activation.Tanh)]
    [Dense(4, Name = "Narrow")]
    [Add("input")]
    internal abstract class Unit;
}
