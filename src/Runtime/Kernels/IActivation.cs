using System.Numerics;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>An activation as a type, so that a kernel compiled for it holds its instructions and no call.</summary>
public interface IActivation
{
    /// <summary>f(z) of every element.</summary>
    Vector<float> Apply(Vector<float> z);

    /// <summary>f(z) of every element.</summary>
    Vector512<float> Apply(Vector512<float> z);
}
