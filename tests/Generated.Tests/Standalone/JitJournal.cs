using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Linq;
using System.Threading;

namespace NetGen.Generated.Standalone;

/// <summary>Writes down what the JIT does with methods of NetGen and of generated code.</summary>
internal sealed class JitJournal : EventListener
{
    private const EventKeywords Jit = (EventKeywords)0x10;
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    /// <summary>Made before the base class asks for it.</summary>
    private readonly ConcurrentDictionary<string, int> lines = new();

    /// <summary>Prints lines "tier NUMBER METHOD" and "not inlined INTO: METHOD: REASON".</summary>
    public void Print()
    {
        WaitForTheLast();
        foreach (string line in lines.Keys.Order(StringComparer.Ordinal))
        {
            Console.WriteLine(line);
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, Jit | JitTracing);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        Dictionary<string, object?> payload = eventData.PayloadNames!.Zip(eventData.Payload!).ToDictionary(pair => pair.First, pair => pair.Second);
        if (eventData.EventName!.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) && IsOurs(payload["MethodNamespace"]))
        {
            lines.TryAdd($"tier {((uint)payload["MethodFlags"]! >> 7) & 7} {Name(payload["MethodNamespace"])}.{payload["MethodName"]}", 0);
        }
        else if (eventData.EventName.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal) && IsOurs(payload["MethodBeingCompiledNamespace"]))
        {
            lines.TryAdd($"not inlined {Name(payload["MethodBeingCompiledNamespace"])}.{payload["MethodBeingCompiledName"]}: {Name(payload["InlineeNamespace"])}.{payload["InlineeName"]}: {payload["FailReason"]}", 0);
        }
    }

    /// <summary>Events come from a thread of their own: waits until one that is made now has come.</summary>
    private void WaitForTheLast()
    {
        var clock = Stopwatch.StartNew();
        Marker.Last();
        while (!lines.Keys.Any(line => line.EndsWith(nameof(Marker.Last), StringComparison.Ordinal)) && clock.Elapsed < TimeSpan.FromSeconds(20))
        {
            Thread.Sleep(10);
        }
    }

    private static bool IsOurs(object? type) => type is string name && name.StartsWith("NetGen.", StringComparison.Ordinal);

    /// <summary>The name without what makes the classes of a file unique.</summary>
    private static string Name(object? type) => type is string name && name.Contains("__Compiled", StringComparison.Ordinal) ? $"Compiled.{name[(name.LastIndexOf("__", StringComparison.Ordinal) + 2)..]}" : $"{type}";

    private static class Marker
    {
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        public static void Last()
        {
        }
    }
}
