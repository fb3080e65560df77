using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Tests.Support;

/// <summary>The variables that make vectors narrower have done so: a runtime that does not know one ignores it.</summary>
public sealed class WidthTests(ITestOutputHelper output)
{
    [Fact]
    public void ThisRunIsAsWideAsItsEnvironmentSays()
    {
        output.WriteLine(Width.Text);
        bool lacksAvx2 = IsOff("DOTNET_EnableAVX2");
        if (lacksAvx2)
        {
            Assert.False(Avx2.IsSupported, "AVX2 is off");
            Assert.False(Fma.IsSupported || Width.IsFused, "FMA goes with AVX2");
        }

        if (lacksAvx2 || IsOff("DOTNET_EnableAVX512"))
        {
            Assert.False(Avx512F.IsSupported, "AVX-512 is off");
            Assert.False(Vector512.IsHardwareAccelerated, "Vector512 is in software");
        }

        Assert.Equal(ExpectedLanes(), Vector<float>.Count);
    }

    /// <summary>What this processor and the variables come to: 256 bits unless told, where there are so many.</summary>
    private static int ExpectedLanes()
    {
        int widest = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        bool isTold = int.TryParse(Environment.GetEnvironmentVariable("DOTNET_MaxVectorTBitWidth"), NumberStyles.None, CultureInfo.InvariantCulture, out int told) && told >= 128;
        return (isTold ? Math.Min(told, widest) : Math.Min(256, widest)) / 32;
    }

    private static bool IsOff(string variable) =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64 && Environment.GetEnvironmentVariable(variable) == "0";
}
