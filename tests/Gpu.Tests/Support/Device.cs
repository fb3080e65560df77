using System;
using System.Collections.Generic;
using ILGPU.Runtime;

namespace NetGen.Gpu.Tests.Support;

/// <summary>What networks are tried on.</summary>
/// <param name="name">Its name, for people.</param>
/// <param name="open">Gives one accelerator or several, which must come to the same bits.</param>
/// <param name="atOnce">How many tests may use it at a time.</param>
/// <param name="every">Of how many networks it tries one, for it may be slow.</param>
public sealed class Device(string name, Func<IReadOnlyList<Accelerator>> open, int atOnce, int every = 1)
{
    public int AtOnce => atOnce;

    public int Every => every;

    /// <summary>Accelerators that must come to the same bits.</summary>
    public IReadOnlyList<Accelerator> Open() => open();

    public override string ToString() => name;
}
