using NetGen.Threading;

namespace NetGen.Search;

/// <summary>A search as work that threads share: whoever is free takes the next trial.</summary>
internal readonly struct SearchWork(SearchRun run) : IWork
{
    public void Do(int part, int parts) => run.Work();
}
