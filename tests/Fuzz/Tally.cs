namespace NetGen.Fuzz;

/// <summary>Counts what became of a reader's inputs.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, long> refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Count, long First)> failures = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public long Count { get; private set; }

    public long Fine { get; private set; }

    /// <summary>Patterns of messages by how often they came.</summary>
    public IReadOnlyDictionary<string, long> Refused => refused;

    /// <summary>Failures, how often they came, and the index of the first input.</summary>
    public IReadOnlyDictionary<string, (long Count, long First)> Failures => failures;

    public Outcome? MostAllocated { get; private set; }

    public Outcome? Slowest { get; private set; }

    public void Add(Outcome outcome)
    {
        lock (gate)
        {
            Count++;
            MostAllocated = MostAllocated is { } most && most.Allocated >= outcome.Allocated ? most : outcome;
            Slowest = Slowest is { } slowest && slowest.Time >= outcome.Time ? slowest : outcome;
            if (outcome.Failure is { } failure)
            {
                AddFailure(failure, outcome.Index);
            }
            else if (outcome.Error is { } error)
            {
                string pattern = Pattern.Of(error);
                refused[pattern] = refused.GetValueOrDefault(pattern) + 1;
            }
            else
            {
                Fine++;
            }
        }
    }

    /// <summary>An input whose reading does not end.</summary>
    public void AddHang(long index)
    {
        lock (gate)
        {
            Count++;
            AddFailure("no end", index);
        }
    }

    private void AddFailure(string failure, long index) =>
        failures[failure] = failures.TryGetValue(failure, out (long Count, long First) known) ? (known.Count + 1, known.First) : (1, index);
}
