using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Reads the arguments of one attribute.</summary>
internal readonly struct AttributeReader
{
    private readonly ImmutableArray<TypedConstant> positional;
    private readonly ImmutableDictionary<string, TypedConstant> named;
    private readonly ImmutableArray<KeyValuePair<string, TypedConstant>> settings;

    /// <param name="attribute">The attribute.</param>
    /// <param name="isReadable">False where its arguments are known to be none.</param>
    public AttributeReader(AttributeData attribute, bool isReadable)
    {
        positional = attribute.ConstructorArguments;
        settings = attribute.NamedArguments;
        named = settings.GroupBy(argument => argument.Key).ToImmutableDictionary(group => group.Key, group => group.First().Value);
        IsReadable = isReadable && attribute.AttributeConstructor is not null && positional.Concat(named.Values).All(IsValid);
    }

    /// <summary>False where the compiler rejects the attribute, or its arguments do not exist yet.</summary>
    public bool IsReadable { get; }


    /// <summary>The arguments of its constructor.</summary>
    public int Count => positional.Length;

    public T Positional<T>(int index, T absent) => positional[index].Value is T value ? value : absent;

    public T Named<T>(string name, T absent) => named.TryGetValue(name, out TypedConstant constant) && constant.Kind != TypedConstantKind.Array && constant.Value is T value ? value : absent;

    public string? Text(string name) => Named<string?>(name, null);

    public double? Optional(string name) => Named<double?>(name, null);

    /// <summary>The numbers of a property; null where it is not written, or null.</summary>
    public EquatableArray<double>? Doubles(string name) =>
        named.TryGetValue(name, out TypedConstant constant) && constant.Kind == TypedConstantKind.Array && !constant.IsNull
            ? constant.Values.Select(value => value.Value is double number ? number : 0).ToEquatableArray() : null;

    /// <summary>Whether a property is written.</summary>
    public bool Has(string name) => named.ContainsKey(name);

    /// <summary>A type; null where none is given.</summary>
    public ITypeSymbol? Type(int index) => positional[index].Value as ITypeSymbol;

    public EquatableArray<int> Integers() => Values().Select(constant => constant.Value is int value ? value : 0).ToEquatableArray();

    /// <summary>A list of names; null stands as "".</summary>
    public EquatableArray<string> Texts() => Values().Select(constant => constant.Value as string ?? "").ToEquatableArray();

    /// <summary>The same list as it is written.</summary>
    public string Written() =>
        positional.Length == 1 && positional[0].IsNull ? "null" : string.Join(", ", Values().Select(constant => constant.Value is string text ? Generator.Text.Quote(text) : "null"));

    /// <summary>The properties that are written, with their values.</summary>
    public string Settings() => string.Join(", ", settings.Select(setting => $"{setting.Key} = {Written(setting.Value)}"));

    private static string Written(TypedConstant constant) => constant.Value switch
    {
        double number => Generator.Text.Number(number),
        int number => Generator.Text.Number(number),
        bool truth => Generator.Text.Truth(truth),
        string text => Generator.Text.Quote(text),
        _ => "null",
    };

    public EnumValue Member(int index) => Member(positional[index]);

    public EnumValue Member(string name, string absent) =>
        named.TryGetValue(name, out TypedConstant constant) ? Member(constant) : new EnumValue(absent, true);

    private static EnumValue Member(TypedConstant constant)
    {
        IFieldSymbol? field = constant.Type?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value));
        return field is null
            ? new EnumValue(System.Convert.ToString(constant.Value, CultureInfo.InvariantCulture), false)
            : new EnumValue(field.Name, true);
    }

    private static bool IsValid(TypedConstant constant) =>
        constant.Kind != TypedConstantKind.Error && (constant.Kind == TypedConstantKind.Array ? constant.IsNull || constant.Values.All(IsValid) : constant.Value is not IErrorTypeSymbol);

    /// <summary>The elements of the one array that the constructor takes; a null array has none.</summary>
    private ImmutableArray<TypedConstant> Values() =>
        positional.Length == 1 && positional[0].Kind == TypedConstantKind.Array && !positional[0].IsNull
            ? positional[0].Values : ImmutableArray<TypedConstant>.Empty;
}
