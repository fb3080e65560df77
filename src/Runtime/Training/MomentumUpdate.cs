using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>v ← keep·v + take·g, θ ← θ − rate·v: classical and averaged momentum.</summary>
internal readonly struct MomentumUpdate<T>(double keep, double take, double rate) : IUpdate<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> keep = UpdateMath.Every<T>(keep);
    private readonly Vector<T> take = UpdateMath.Every<T>(take);
    private readonly Vector<T> rate = UpdateMath.Every<T>(rate);
    private readonly Vector<T> tiny = UpdateMath.TinyMean<T>();

    public static int Buffers => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> velocity, ref Vector<T> second, ref Vector<T> third)
    {
        velocity = UpdateMath.Flush(keep * velocity + take * gradient, tiny);
        return theta - rate * velocity;
    }
}
