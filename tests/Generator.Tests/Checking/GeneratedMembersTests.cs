using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class GeneratedMembersTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("Loss(Loss.MeanSquaredError), ", false)]
    [InlineData("", true)]
    public void The_names_that_no_layer_may_have_are_those_that_are_generated(string loss, bool streaming)
    {
        string network = streaming ? "[Network(Streaming = true), Input(3, 2)" : "[Network, Input(3, 2)";
        INamedTypeSymbol type = Host.Generate(Host.Compile($"using NetGen; {network}, {loss}GRU(1)] partial class Net;")).GetTypeByMetadataName("Net")!;
        ISymbol[] members = [.. type.GetMembers().Where(member => member.CanBeReferencedByName && member.Name != "GRU1")];
        string[] unused = [.. loss == "" ? ["Gradient", "Cost"] : (string[])[], .. GeneratedMembers.Names(streaming: true, gpu: false).Except(GeneratedMembers.Names(streaming, gpu: false))];
        Assert.Equal(
            GeneratedMembers.Names(streaming, gpu: false).Except(unused).Order(StringComparer.Ordinal),
            members.Select(member => member.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            GeneratedMembers.Methods.Except(unused).Order(StringComparer.Ordinal),
            members.OfType<IMethodSymbol>().Select(member => member.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(GeneratedMembers.Properties, members.OfType<IPropertySymbol>().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(GeneratedMembers.Constants.Except(unused), members.OfType<IFieldSymbol>().Where(member => member.IsConst).Select(member => member.Name).Order(StringComparer.Ordinal));
    }
}
