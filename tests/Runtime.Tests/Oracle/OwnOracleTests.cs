using System;
using System.IO;
using System.Linq;
using NetGen.Oracle;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The reference against the repository's own PyTorch results, which <c>tests/oracle/make.py</c> wrote.</summary>
public sealed class OwnOracleTests
{
    public static TheoryData<string> Files =>
        new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "oracle"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void ValuesAndGradientsAgreeWithPyTorch(string id)
    {
        OracleCase oracle = OracleCase.Load(Path.Combine(AppContext.BaseDirectory, "oracle", $"{id}.json"));
        OracleProblem problem = OracleAdapter.Adapt(oracle) ?? throw new InvalidOperationException($"{id} needs what NetGen does not have.");
        Assert.Empty(ReferenceOracle.Differences<double>(problem));
        Assert.Empty(ReferenceOracle.Differences<float>(problem));
    }
}
