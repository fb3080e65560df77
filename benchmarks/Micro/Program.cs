// Single layers, kernels and the generator, measured one by one:
//
//   dotnet run -c Release --project benchmarks/Micro -- --filter '*'
//   dotnet run -c Release --project benchmarks/Micro -- --filter '*Generator*'
//   dotnet run -c Release --project benchmarks/Micro -- widths --filter '*Dense*'
//
// With "widths" everything is measured in every vector width that the machine has.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using NetGen.Micro;

bool widths = args is ["widths", ..];
BenchmarkSwitcher.FromAssembly(typeof(LayerBenchmarks).Assembly).Run(widths ? args[1..] : args, widths ? Widths.Config : DefaultConfig.Instance);
