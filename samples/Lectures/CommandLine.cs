using System.CommandLine;

namespace NetGen.Samples.Lectures;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly Settings Defaults = new();

    public static RootCommand For(Func<Settings, int> run)
    {
        var ids = new Argument<string[]>("ID") { Description = $"The demonstrations to run, such as {Catalogue.All[0].Id}; without any, a menu.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Run all demonstrations, one after another." };
        var folder = new Option<string>("--out") { HelpName = "FOLDER", Description = "Where the pictures go.", DefaultValueFactory = _ => Defaults.Folder };
        var seed = new Option<ulong>("--seed") { HelpName = "NUMBER", Description = "Other data, other initial weights.", DefaultValueFactory = _ => Defaults.Seed };
        folder.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>().Length == 0)
            {
                result.AddError($"{folder.Name}: expected the name of a folder.");
            }
        });
        ids.Validators.Add(result =>
        {
            foreach (string id in result.Tokens.Select(token => token.Value).Where(id => Catalogue.Find(id) is null))
            {
                result.AddError($"There is no demonstration '{id}'; there are {string.Join(", ", Catalogue.All.Select(each => each.Id))}.");
            }
        });
        var command = new RootCommand("Small demonstrations of what networks can and cannot do: numbers, and pictures of them.") { ids, all, folder, seed };
        command.SetAction(result => run(new Settings
        {
            Demonstrations = result.GetValue(all) ? Catalogue.All : [.. result.GetValue(ids)!.Select(id => Catalogue.Find(id)!)],
            Folder = result.GetValue(folder)!,
            Seed = result.GetValue(seed),
        }));
        return command;
    }
}
