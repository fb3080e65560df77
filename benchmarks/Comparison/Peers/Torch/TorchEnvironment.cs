namespace NetGen.Comparison.Peers.Torch;

/// <summary>The environment in which PyTorch is at its fastest.</summary>
internal static class TorchEnvironment
{
    /// <param name="environment">What the program would start with.</param>
    /// <param name="passive">Whether its threads sleep between their tasks, for a machine on which they may not spin.</param>
    public static void Prepare(IDictionary<string, string?> environment, bool passive)
    {
        foreach ((string name, string? value) in OpenBlasVariables.Values)
        {
            environment[name] = value;
        }

        // They hold the threads to somebody else's number.
        foreach (string trap in (string[])["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "GOTO_NUM_THREADS"])
        {
            environment.Remove(trap);
        }

        // Temporaries of every step come from the heap, never mapped anew.
        environment["MALLOC_MMAP_THRESHOLD_"] = "4294967296";
        environment["MALLOC_TRIM_THRESHOLD_"] = "4294967296";
        environment["MALLOC_TOP_PAD_"] = "268435456";

        // Left to itself a thread spins for a moment and then sleeps; "active" would spin while others are measured.
        environment.Remove("OMP_WAIT_POLICY");
        environment.Remove("GOMP_SPINCOUNT");
        if (passive)
        {
            environment["OMP_WAIT_POLICY"] = "passive";
        }

        // PyTorch's threads are OpenMP's; the OpenBLAS on pthreads would bring a second team that fights them.
        string[] folders = [.. Directories().Where(Directory.Exists)];
        if (folders.Length > 0)
        {
            environment.TryGetValue("LD_LIBRARY_PATH", out string? before);
            environment["LD_LIBRARY_PATH"] = string.Join(':', [.. folders, .. string.IsNullOrEmpty(before) ? (string[])[] : [before]]);
        }
    }

    private static string[] Directories() => ["/usr/lib/x86_64-linux-gnu/openblas-openmp", "/usr/lib/aarch64-linux-gnu/openblas-openmp"];
}
