using System.Collections.Generic;
using System.IO;
using NetGen.Tests.Support;

namespace NetGen.Package.Tests;

/// <summary>A project of a user's, in a folder of its own.</summary>
internal sealed record UserProject(string Folder, IReadOnlyDictionary<string, string> Environment)
{
    public CommandResult Build(params string[] arguments) => Dotnet(["build", "-tl:off", .. arguments]);

    public CommandResult Dotnet(params string[] arguments) => Command.Dotnet(Folder, Environment, arguments);

    public string this[params string[] parts] => Path.Combine([Folder, .. parts]);
}
