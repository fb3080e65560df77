namespace NetGen.Fuzz.Tensors;

/// <summary>JSON that a reader may trip over.</summary>
internal static class Nasty
{
    public static string Number(Draws draws) => draws.Of(
        "0", "-0", "1", "2", "-1", "-9223372036854775808", "1.5", "1.0", "1e2", "1E400", "-1e-400", "00", "01", "+1", "1.", ".5", "0x10", "NaN", "Infinity",
        "255", "65536", "1073741824", "2147483591", "2147483647", "2147483648", "4294967295", "4294967296", "9223372036854775807", "9223372036854775808",
        "18446744073709551615", "18446744073709551616", "340282366920938463463374607431768211456", new string('9', 400));

    public static string Value(Draws draws) => draws.Below(3) switch
    {
        0 => Number(draws),
        1 => Text(draws),
        _ => draws.Of("null", "true", "false", "[]", "{}", "[0]", "{\"a\":1}", "[[]]", "", " ", ",", ":", "[", "{", "]", "}", "/**/1", "\uFEFF1", Nested(draws)),
    };

    public static string Text(Draws draws) => draws.Of(
        "\"\"", "\"F33\"", "\"f32\"", "\"F32 \"", "\"I8\"", "\"U64\"", "\"F4\"", "\"__metadata__\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"",
        "\"\\u12\"", "\"\n\"", "\"'\"", "'F32'", "\"", "\"training.step\"", $"\"{new string('n', 3000)}\"", "\"0.weight\"");

    private static string Nested(Draws draws)
    {
        int depth = draws.Of(2, 3, 4, 64, 65, 1000, 20000);
        return draws.Of(
            new string('[', depth) + new string(']', depth),
            string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth),
            new string('[', depth));
    }
}
