using System.Text;

namespace NetGen.Comparison.Peers.OnnxRuntime;

/// <summary>A session for a fixed number of rows. Inputs and output lie in memory bound once, a call names no tensor.</summary>
internal sealed unsafe class OnnxRuntimeRun : IRun, ICall
{
    private const int Sequential = 0;
    private const int AllOptimizations = 99;
    private const int Float = 1;
    private const int ArenaAllocator = 1;
    private const int DefaultMemory = 0;

    private readonly OnnxRuntimeApi api;
    private readonly nint session;
    private readonly nint memory;
    private readonly nint runOptions;
    private readonly AlignedMemory inputs;
    private readonly AlignedMemory row;
    private readonly AlignedMemory output;
    private readonly nint outputValue;
    private readonly nint[] inputValues;
    private readonly nint[] bindings;
    private readonly int outputs;
    private int next;

    /// <param name="packed">Whether weights are laid out anew for its batch kernels when the session is made.</param>
    public OnnxRuntimeRun(OnnxRuntimeApi api, nint environment, Workload workload, int rows, int threads, bool packed, Problem problem)
    {
        this.api = api;
        int width = workload.Sizes[0];
        outputs = workload.Sizes[^1];
        inputs = new(problem.Inputs.Length);
        row = new(rows * width);
        output = new(rows * outputs);
        problem.Inputs.CopyTo(inputs.Span);
        session = CreateSession(environment, OnnxModel.Write(workload, rows, problem), rows, threads, packed);
        nint created;
        api.Check(api.CreateCpuMemoryInfo(ArenaAllocator, DefaultMemory, &created));
        memory = created;
        api.Check(api.CreateRunOptions(&created));
        runOptions = created;

        // One binding for every batch of the problem, and a last one for Predict.
        outputValue = Value(output.Start, rows, outputs);
        inputValues = new nint[problem.Rows / rows + 1];
        bindings = new nint[inputValues.Length];
        for (int batch = 0; batch < bindings.Length; batch++)
        {
            float* start = batch < bindings.Length - 1 ? inputs.Start + (nint)batch * rows * width : row.Start;
            inputValues[batch] = Value(start, rows, width);
            bindings[batch] = Bind(inputValues[batch]);
        }
    }

    public void Call()
    {
        api.Check(api.RunWithBinding(session, runOptions, bindings[next]));
        if (++next == bindings.Length - 1)
        {
            next = 0;
        }
    }

    public double Measure(int calls) => Timing.Measure(this, calls);

    public void Latencies(Span<double> nanoseconds) => Timing.Latencies(this, nanoseconds);

    public float[] Predict(ReadOnlySpan<float> row)
    {
        row.CopyTo(this.row.Span);
        api.Check(api.RunWithBinding(session, runOptions, bindings[^1]));
        return output.Span[..outputs].ToArray();
    }

    public void Dispose()
    {
        for (int batch = 0; batch < bindings.Length; batch++)
        {
            api.ReleaseIoBinding(bindings[batch]);
            api.ReleaseValue(inputValues[batch]);
        }

        api.ReleaseValue(outputValue);
        api.ReleaseRunOptions(runOptions);
        api.ReleaseMemoryInfo(memory);
        api.ReleaseSession(session);
        inputs.Dispose();
        row.Dispose();
        output.Dispose();
    }

    private nint CreateSession(nint environment, byte[] model, int rows, int threads, bool packed)
    {
        nint options, created;
        api.Check(api.CreateSessionOptions(&options));
        api.Check(api.SetSessionGraphOptimizationLevel(options, AllOptimizations));
        api.Check(api.SetSessionExecutionMode(options, Sequential));
        api.Check(api.SetIntraOpNumThreads(options, threads));
        api.Check(api.SetInterOpNumThreads(options, 1));
        api.Check(api.EnableMemPattern(options));

        // Small temporaries come faster from malloc, which would map large ones anew at every call.
        api.Check(rows == 1 ? api.DisableCpuMemArena(options) : api.EnableCpuMemArena(options));

        // Waiting workers spin, which is fastest, where there are any.
        Configure(options, "session.intra_op.allow_spinning", threads > 1 ? "1" : "0");
        Configure(options, "session.inter_op.allow_spinning", "0");
        Configure(options, "session.set_denormal_as_zero", "1");
        Configure(options, "session.disable_prepacking", packed ? "0" : "1");
        fixed (byte* start = model)
        {
            api.Check(api.CreateSessionFromArray(environment, start, (nuint)model.Length, options, &created));
        }

        api.ReleaseSessionOptions(options);
        return created;
    }

    private void Configure(nint options, string key, string value)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(key + '\0'), text = Encoding.UTF8.GetBytes(value + '\0'))
        {
            api.Check(api.AddSessionConfigEntry(options, name, text));
        }
    }

    private nint Value(float* start, int rows, int columns)
    {
        long* shape = stackalloc long[2] { rows, columns };
        nint created;
        api.Check(api.CreateTensorWithDataAsOrtValue(memory, start, (nuint)rows * (nuint)columns * sizeof(float), shape, 2, Float, &created));
        return created;
    }

    private nint Bind(nint input)
    {
        nint created;
        api.Check(api.CreateIoBinding(session, &created));
        fixed (byte* x = Encoding.UTF8.GetBytes(OnnxModel.Input + '\0'), y = Encoding.UTF8.GetBytes(OnnxModel.Output + '\0'))
        {
            api.Check(api.BindInput(created, x, input));
            api.Check(api.BindOutput(created, y, outputValue));
        }

        return created;
    }
}
