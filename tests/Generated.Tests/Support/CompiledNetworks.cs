using System;
using System.Collections.Generic;
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

    public CompiledNetworks(Stream image, IReadOnlyList<string> sources)
    {
        assembly = context.LoadFromStream(image);
        Sources = sources;
    }

    /// <summary>The generated files.</summary>
    public IReadOnlyList<string> Sources { get; }

    public Type Type(string name) => assembly.GetType(name, throwOnError: true)!;

    /// <summary>A network by the name of its class, with the seed that it declares.</summary>
    public INetwork<float> Create(string name) => Create(name, System.Type.Missing);

    /// <summary>A network by the name of its class.</summary>
    public INetwork<float> Create(string name, ulong seed) => Create(name, (object)seed);

    public void Dispose() => context.Unload();

    private INetwork<float> Create(string name, object seed) => (INetwork<float>)Activator.CreateInstance(
        Type(name), BindingFlags.CreateInstance | BindingFlags.Public | BindingFlags.Instance | BindingFlags.OptionalParamBinding,
        binder: null, [seed], CultureInfo.InvariantCulture)!;
}
