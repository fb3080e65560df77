using ILGPU.Execution;
using ILGPU.Util;

namespace ILGPU.Runtime;

/// <summary>Runs kernels on the thread that waits for them, one work-item at a time, and counts what it is asked for.</summary>
public sealed class Accelerator(WorkItemOrder order) : DisposeBase
{
    private readonly ThreadCrew crew = new();

    public int MaxNumThreadsPerGroup { get; init; } = 1024;

    /// <summary>Which request of a stream, a buffer or a kernel fails, counted from 1; 0 for none.</summary>
    public int FailsAt { get; init; }

    /// <summary>The requests of streams, buffers and kernels so far.</summary>
    public int Requests { get; private set; }

    /// <summary>The order of the groups, and of the work-items in a group.</summary>
    public WorkItemOrder Order => order;

    /// <summary>Whether operations are run; where not, they are counted and forgotten, and the host's part can be measured alone.</summary>
    public bool RunsOperations { get; set; } = true;

    /// <summary>The launches that were asked for.</summary>
    public long Launches { get; private set; }

    /// <summary>The barriers that groups have met at.</summary>
    public long Barriers { get; private set; }

    public long CopiedBytes { get; private set; }

    /// <summary>The bytes of the buffers that are not disposed.</summary>
    public long LiveBytes { get; private set; }

    /// <summary>The streams that are not disposed.</summary>
    public int LiveStreams { get; private set; }

    internal ThreadCrew Crew => crew;

    public AcceleratorStream CreateStream()
    {
        Request("a stream");
        Count(streams: 1);
        return new(this);
    }

    public MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(long length)
        where T : unmanaged => new(Reserve<T>(length), length);

    internal unsafe Block Reserve<T>(long length)
        where T : unmanaged
    {
        Request($"{length} {typeof(T).Name}");
        return new(length * sizeof(T), bytes => LiveBytes += bytes);
    }

    /// <exception cref="RequestFailed">It is the one that fails.</exception>
    internal void Request(string what)
    {
        if (++Requests == FailsAt)
        {
            throw new RequestFailed(what);
        }
    }

    internal void Count(long launches = 0, long barriers = 0, long copiedBytes = 0, int streams = 0)
    {
        Launches += launches;
        Barriers += barriers;
        CopiedBytes += copiedBytes;
        LiveStreams += streams;
    }

    private protected override void Release() => crew.Dispose();
}
