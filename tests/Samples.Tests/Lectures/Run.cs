using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Samples.Lectures.Tests;

/// <summary>Every demonstration, run once for all tests.</summary>
internal static class Run
{
    public const ulong Seed = 1;

    private static readonly Dictionary<string, Lazy<Findings>> Runs = Catalogue.All.ToDictionary(each => each.Id, each => new Lazy<Findings>(() => each.Run(Seed)));

    public static Findings Of(string id) => Runs[id].Value;
}
