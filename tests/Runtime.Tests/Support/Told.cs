using System;
using System.Collections.Generic;

namespace NetGen.Runtime.Tests;

/// <summary>What was reported, at once and in order.</summary>
internal sealed class Told<T> : IProgress<T>
{
    public List<T> Reports { get; } = [];

    public void Report(T value) => Reports.Add(value);
}
