using NetGen;

System.Console.WriteLine(new Small(seed: 1).Parameters.Length > 0);

[Network, Input(2), Dense(1)]
internal sealed partial class Small;
