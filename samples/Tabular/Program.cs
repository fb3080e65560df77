// Any CSV file to a trained classifier or regressor:
//
//   dotnet run -c Release --project samples/Tabular -- train data.csv --target species --save model.safetensors
//   dotnet run -c Release --project samples/Tabular -- predict model.safetensors more.csv
//
// NetGen's networks have their shapes at compile time, a table has its own when it is read. There are three ways out:
//
// 1. ReferenceNetwork takes any shape. It is there to be right, not fast: training 13-64-32-3 takes it 180 µs for a
//    row, minutes for twenty thousand rows and thirty epochs.
// 2. A compiled network with room, the table's inputs and outputs followed by zeros: 2.2 µs for a row with room for
//    256 inputs and 64 classes, against 1.5 µs for exactly 13 and 3. That is what this program trains in (Room.cs).
//    The room changes nothing: the unused part gets no gradient, so what comes out is the exact network, trained.
// 3. A class of your own for your own table. It is the best one, and --declare prints it, ready to paste; the file
//    that --save writes is of the exact network, so that class loads it.
//
// Missing numbers (an empty cell, ?, NA, N/A, NaN, null) become the mean of the training rows, and an input beside
// them tells the network so; a missing text is a category like others. Rows without a target are left out and counted.
using System.CommandLine;
using System.CommandLine.Invocation;
using NetGen.Samples.Tabular;
using Spectre.Console;

AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected; // Spectre looks at TERM alone
ParseResult result = new RootCommand("Trains networks on tables, and predicts with them.") { Commands.Train(), Commands.Predict() }.Parse(args);
if (result.Action is ParseErrorAction error)
{
    error.ShowHelp = false;
}

return result.Invoke();
