using System;
using System.IO;
using System.Linq;
using System.Text;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tabular.Tests;

public sealed class MutationTests : IDisposable
{
    private static readonly string[] Pieces =
        ["\"", ",", "\n", "\r\n", ";", "NA", "", "1e308", "-1e150", "inf", "-nan", "∞", "\0", "é", "\uFEFF", "\t", "x", "1", "\"\"", "kind", "[red]", "{0}"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Whatever_a_table_holds_it_is_trained_on_or_refused_in_one_line()
    {
        var random = new Random(1);
        int trained = 0, refused = 0;
        for (int round = 0; round < 300; round++)
        {
            File.WriteAllText(folder["t.csv"], Mutated(random));
            try
            {
                TrainCommand.Run(new TrainOptions(
                    folder["t.csv"], "kind", [], ["row"], [], TargetKind.Auto, [0.6, 0.2, 0.2], new TrainingPlan(Epochs: 1, Seed: 1), folder["m"], Declare: true));
                PredictCommand.Run(folder["m"], folder["t.csv"]);
                trained++;
            }
            catch (DataException refusal)
            {
                Assert.DoesNotContain('\n', refusal.Message);
                refused++;
            }
        }

        Assert.InRange(trained, 10, 290);
        Assert.InRange(refused, 10, 290);
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(string.Join('\n', Flowers.Csv.Split('\n').Take(random.Next(5, 60))));
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int place = random.Next(text.Length);
            text.Remove(place, Math.Min(text.Length - place, random.Next(3))).Insert(place, Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
