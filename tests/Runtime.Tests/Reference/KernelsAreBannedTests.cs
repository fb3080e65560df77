using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>What answers for the kernels must not call them.</summary>
public sealed class KernelsAreBannedTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    [Fact]
    public void TheReferenceNeverCallsAKernel()
    {
        string[] used = [.. typeof(ReferencePass).Assembly.GetTypes()
            .Where(type => type.Namespace is "NetGen.Reference" or "NetGen.Differentiation")
            .SelectMany(type => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            .SelectMany(Uses)
            .Where(member => (member as Type ?? member.DeclaringType)?.Namespace?.StartsWith("NetGen.Kernels", StringComparison.Ordinal) == true)
            .Select(member => $"{member.DeclaringType?.Name}.{member.Name}")
            .Distinct().Order(StringComparer.Ordinal)];
        Assert.Empty(used);
    }

    /// <summary>Every type and member that the instructions of a method name.</summary>
    private static IEnumerable<MemberInfo> Uses(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int place = 0; place < code.Length;)
        {
            short value = code[place++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | code[place++]));
            }

            OpCode instruction = OpCodesByValue[value];
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && Member(method, BitConverter.ToInt32(code, place)) is { } member)
            {
                yield return member;
            }

            place += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, place),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Member(MethodBase method, int token) => method.Module.ResolveMember(
        token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
}
