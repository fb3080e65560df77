using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>What the JIT counts of a method, from its IL.</summary>
/// <param name="Name">Its class and name.</param>
/// <param name="Instructions">Its instructions.</param>
/// <param name="Locals">Its variables and parameters.</param>
/// <param name="References">Instructions that name one of them.</param>
/// <param name="Branches">Jumps.</param>
/// <param name="Inlined">Calls of functions of vectors, which are written into it.</param>
/// <param name="Room">Its variables with those of everything that asks to be inlined.</param>
internal sealed record MethodSize(string Name, int Instructions, int Locals, int References, int Branches, int Inlined, int Room)
{
    private static readonly Dictionary<int, OpCode> opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    private static readonly Lazy<Dictionary<string, int>> inlinees = new(Inlinees);

    /// <summary>The methods of generated code, which lies in classes of a file, as a debug build has them.</summary>
    public static IReadOnlyList<MethodSize> Of(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Debug)).Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        using var file = new PEReader(ImmutableArray.Create(image.ToArray()));
        MetadataReader reader = file.GetMetadataReader();
        return [.. Bodies(file, reader).Where(method => method.Type.StartsWith('<')).Select(method => Count($"{method.Type[(method.Type.LastIndexOf('_') + 1)..]}.{method.Name}", method.Parameters, method.Body, reader))];
    }

    private static MethodSize Count(string name, int parameters, MethodBodyBlock body, MetadataReader reader)
    {
        int locals = parameters + LocalsOf(body, reader);
        (OpCode Code, int Token)[] instructions = [.. InstructionsOf(body)];
        string[] called = [.. instructions.Where(instruction => instruction.Code == OpCodes.Call).Select(instruction => Called(instruction.Token, reader))];
        return new MethodSize(
            name, instructions.Length, locals,
            instructions.Count(instruction => IsReference(instruction.Code)),
            instructions.Count(instruction => instruction.Code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch),
            called.Count(call => call.StartsWith("VectorMath.", StringComparison.Ordinal) || call.EndsWith("Activation.Apply", StringComparison.Ordinal) || call is "DropoutMask.Apply" or "DropoutMask.ApplyClassical"),
            locals + called.Sum(call => inlinees.Value.GetValueOrDefault(call)));
    }

    /// <summary>The variables that every method of the library which asks to be inlined brings along; of overloads the most.</summary>
    private static Dictionary<string, int> Inlinees()
    {
        using var file = new PEReader(File.OpenRead(typeof(INetwork<>).Assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        var methods = Bodies(file, reader).Where(method => method.Inlines).ToList();
        var sizes = new Dictionary<string, int>();
        int Size(string name) => sizes.TryGetValue(name, out int known) ? known : sizes[name] = methods.Where(method => $"{method.Type}.{method.Name}" == name).Select(method =>
            method.Parameters + LocalsOf(method.Body, reader) +
            InstructionsOf(method.Body).Where(instruction => instruction.Code == OpCodes.Call).Select(instruction => Called(instruction.Token, reader)).Where(call => call != name).Sum(Size)).DefaultIfEmpty().Max();

        return methods.Select(method => $"{method.Type}.{method.Name}").Distinct().ToDictionary(name => name, Size);
    }

    private static IEnumerable<(string Type, string Name, int Parameters, bool Inlines, MethodBodyBlock Body)> Bodies(PEReader file, MetadataReader reader) =>
        from handle in reader.MethodDefinitions
        let method = reader.GetMethodDefinition(handle)
        where method.RelativeVirtualAddress != 0
        select (
            reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name), reader.GetString(method.Name), method.GetParameters().Count,
            (method.ImplAttributes & MethodImplAttributes.AggressiveInlining) != 0, file.GetMethodBody(method.RelativeVirtualAddress));

    private static int LocalsOf(MethodBodyBlock body, MetadataReader reader)
    {
        if (body.LocalSignature.IsNil)
        {
            return 0;
        }

        BlobReader signature = reader.GetBlobReader(reader.GetStandaloneSignature(body.LocalSignature).Signature);
        signature.ReadSignatureHeader();
        return signature.ReadCompressedInteger();
    }

    private static IEnumerable<(OpCode Code, int Token)> InstructionsOf(MethodBodyBlock body)
    {
        byte[] code = body.GetILBytes()!;
        for (int at = 0; at < code.Length;)
        {
            OpCode operation = opCodes[code[at] == 0xFE ? (0xFE << 8) | code[at + 1] : code[at]];
            at += operation.Size;
            int operand = operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
            yield return (operation, operation.OperandType == OperandType.InlineMethod ? BitConverter.ToInt32(code, at) : 0);
            at += operand;
        }
    }

    private static bool IsReference(OpCode code) => code.Name is string name &&
        (name.StartsWith("ldloc", StringComparison.Ordinal) || name.StartsWith("stloc", StringComparison.Ordinal) || name.StartsWith("ldarg", StringComparison.Ordinal) || name.StartsWith("starg", StringComparison.Ordinal));

    private static string Called(int token, MetadataReader reader)
    {
        EntityHandle handle = (EntityHandle)System.Reflection.Metadata.Ecma335.MetadataTokens.Handle(token);
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            handle = reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        }

        if (handle.Kind == HandleKind.MethodDefinition)
        {
            MethodDefinition method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
            return $"{reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name)}.{reader.GetString(method.Name)}";
        }

        MemberReference member = reader.GetMemberReference((MemberReferenceHandle)handle);
        string type = member.Parent.Kind == HandleKind.TypeReference ? reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name) : "";
        return $"{type}.{reader.GetString(member.Name)}";
    }
}
