using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class GeneratedMembersTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Loss(Loss.MeanSquaredError), ")]
    public void The_names_that_no_layer_may_have_are_those_that_are_generated(string loss)
    {
        INamedTypeSymbol type = Host.Generate(Host.Compile($"using NetGen; [Network, Input(2), {loss}Dense(1)] partial class Net;")).GetTypeByMetadataName("Net")!;
        ISymbol[] members = [.. type.GetMembers().Where(member => member.CanBeReferencedByName && member.Name != "Dense1")];
        string[] unused = loss == "" ? ["Gradient", "Cost"] : [];
        Assert.Equal(
            GeneratedMembers.Names.Except(unused).Order(StringComparer.Ordinal),
            members.Select(member => member.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            GeneratedMembers.Methods.Except(unused).Order(StringComparer.Ordinal),
            members.OfType<IMethodSymbol>().Select(member => member.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(GeneratedMembers.Properties, members.OfType<IPropertySymbol>().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(GeneratedMembers.Constants, members.OfType<IFieldSymbol>().Where(member => member.IsConst).Select(member => member.Name).Order(StringComparer.Ordinal));
    }
}
