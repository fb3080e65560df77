using System;

namespace NetGen.Gpu.Tests.Support;

/// <summary>The barrier that kernels are run without.</summary>
public static class RemovedBarrier
{
    private const int None = -1;

    [ThreadStatic]
    private static int above;

    /// <summary>Its place in the file, or −1; of the calling thread.</summary>
    public static int Place => above + None;

    /// <summary>Runs something without one barrier.</summary>
    public static T Run<T>(int place, Func<T> run)
    {
        above = place - None;
        try
        {
            return run();
        }
        finally
        {
            above = 0;
        }
    }
}
