using Xunit;

// More than there are cores: some wait for processes of their own, and the longest classes should not start last.
[assembly: CollectionBehavior(MaxParallelThreads = 8)]
