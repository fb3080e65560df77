using System.CommandLine;
using NetGen.Fuzz;

const string All = "all";
Option<long> inputs = new("--inputs") { Description = "How many inputs each reader gets.", HelpName = "COUNT", DefaultValueFactory = _ => 1_000_000 };
Option<ulong> seed = new("--seed") { Description = "Other inputs.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
Option<string> reader = new Option<string>("--reader") { Description = "Only this reader.", DefaultValueFactory = _ => All }
    .AcceptOnlyFromAmong([All, .. Readers.All.Select(known => known.Name)]);
Option<long?> only = new("--only") { Description = "Only this input of one reader, shown in full.", HelpName = "INDEX" };
var command = new RootCommand("Gives the readers of files wrong files made at random; a reader may refuse a file with InvalidDataException and nothing else.") { inputs, seed, reader, only };
command.Validators.Add(result =>
{
    if (result.GetValue(only) is not null && result.GetValue(reader) == All)
    {
        result.AddError($"{only.Name} shows an input of one reader: say which with {reader.Name}.");
    }
});
command.SetAction(result => result.GetValue(only) is { } index
    ? OneInput.Show(Readers.Named(result.GetRequiredValue(reader)), result.GetValue(seed), index)
    : Session.Run(
        [.. Readers.All.Where(known => result.GetValue(reader) is { } name && (name == All || name == known.Name))],
        result.GetValue(seed), result.GetValue(inputs)));
return command.Parse(args).Invoke(new InvocationConfiguration { ProcessTerminationTimeout = null });
