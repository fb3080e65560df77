using Xunit;

namespace NetGen.Generator.Tests;

public sealed class CodeWriterTests
{
    [Fact]
    public void Blocks_are_indented_and_closed()
    {
        var code = new CodeWriter();
        using (code.Block("class A"))
        using (code.Block("void B()"))
        {
            code.Line("C();");
            code.Line();
            code.Comment("D");
        }

        Assert.Equal("class A\n{\n    void B()\n    {\n        C();\n\n        // D\n    }\n}\n", code.ToString());
    }

    [Fact]
    public void Lines_of_any_ending_end_alike_and_empty_lines_hold_no_spaces()
    {
        var code = new CodeWriter();
        using (code.Block())
        {
            code.Lines("a\r\n\nb");
        }

        Assert.Equal("{\n    a\n\n    b\n}\n", code.ToString());
    }
}
