namespace NetGen.Runtime.Tests.Kernels;

/// <summary>The vector forms that kernels come in.</summary>
public enum Form
{
    Vector,
    Vector512,
}
