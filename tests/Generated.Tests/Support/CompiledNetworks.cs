using System;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace NetGen.Generated.Tests.Support;

/// <summary>Networks that were compiled in memory, loaded until they are disposed.</summary>
internal sealed class CompiledNetworks : IDisposable
{
    private readonly AssemblyLoadContext context = new("Networks", isCollectible: true);
    private readonly Assembly assembly;

    public CompiledNetworks(Stream image) => assembly = context.LoadFromStream(image);

    /// <summary>Whether a class has been made a network.</summary>
    public bool Has(string name) => Type(name).IsAssignableTo(typeof(INetwork<float>));

    /// <summary>A network by the name of its class, with the seed that it declares.</summary>
    public INetwork<float> Create(string name) => Create(name, System.Type.Missing);

    /// <summary>A network by the name of its class.</summary>
    public INetwork<float> Create(string name, ulong seed) => Create(name, (object)seed);

    public void Dispose() => context.Unload();

    private Type Type(string name) => assembly.GetType(name, throwOnError: true)!;

    private INetwork<float> Create(string name, object seed) => (INetwork<float>)Activator.CreateInstance(
        Type(name), BindingFlags.CreateInstance | BindingFlags.Public | BindingFlags.Instance | BindingFlags.OptionalParamBinding,
        binder: null, [seed], CultureInfo.InvariantCulture)!;
}
