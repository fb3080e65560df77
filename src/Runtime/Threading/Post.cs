using System.Runtime.InteropServices;

namespace NetGen.Threading;

/// <summary>Where a part waits for its worker: what becomes of it is one number, with a cache line to itself.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct Post
{
    /// <summary>Nothing to do; the worker looks out for something.</summary>
    public const int Idle = 0;

    /// <summary>Nothing to do; the worker sleeps until it is signalled.</summary>
    public const int Asleep = 1;

    /// <summary>A part to do that nobody has begun.</summary>
    public const int Open = 2;

    /// <summary>The worker is at it.</summary>
    public const int Begun = 3;

    /// <summary>The worker is at it, and the caller sleeps until it is signalled.</summary>
    public const int Awaited = 4;

    [FieldOffset(0)]
    public int State;
}
