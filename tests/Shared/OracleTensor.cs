using System;
using System.Linq;
using System.Text.Json;

namespace NetGen.Oracle;

/// <summary>A tensor of an oracle file: its shape and its numbers in row-major order.</summary>
public sealed record OracleTensor(int[] Shape, double[] Data, bool IsIndex)
{
    public int Columns => Shape.Length == 0 ? 1 : Shape[^1];

    public static OracleTensor Read(JsonElement json) => new(
        [.. json.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())],
        [.. json.GetProperty("data").EnumerateArray().Select(Number)],
        json.TryGetProperty("dtype", out JsonElement type) && type.GetString() == "i32");

    private static double Number(JsonElement json) => json.ValueKind != JsonValueKind.String ? json.GetDouble() : json.GetString() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        string other => throw new FormatException($"'{other}' is no number of an oracle file."),
        null => throw new FormatException("null is no number of an oracle file."),
    };
}
