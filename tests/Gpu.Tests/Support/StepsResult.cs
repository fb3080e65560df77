namespace NetGen.Gpu.Tests.Support;

/// <summary>What a method gives that is taken in steps.</summary>
public sealed class StepsResult<T>
{
    public T? Value { get; set; }
}
